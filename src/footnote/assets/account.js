// What the browser keeps belongs to whoever was logged in when it was kept: another reader does not find it.
// And a reader whose session has ended is led to the login.
(() => {
  const KEEPER = "footnote-keeper";
  const user = document.cookie.match(/(?:^|; )footnote-user=([^;]*)/)?.[1] ?? "";
  if ((localStorage.getItem(KEEPER) ?? "") !== user) {
    Object.keys(localStorage)
      .filter((key) => key.startsWith("footnote-"))
      .forEach((key) => localStorage.removeItem(key));
    localStorage.setItem(KEEPER, user);
  }
  if (!user) return;
  const ask = window.fetch;
  window.fetch = async (...request) => {
    const reply = await ask(...request);
    if (reply.status === 401) location.assign("/login");
    return reply;
  };
})();
