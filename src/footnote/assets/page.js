// The page beyond its components: keys, what is clicked in HTML of ours, how a conversation moves and is announced.
window.footnote = (() => {
  let top = null;
  let asked = null; // the question that is being answered

  const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

  // Where the question that is being answered stands, so that its whole answer can take its place.
  const place = () => {
    const turn = document.querySelector("#live .turn");
    if (turn) top = turn.getBoundingClientRect().top;
  };
  document.addEventListener("scroll", place, { capture: true, passive: true });

  const editable = (node) => node.closest?.("input, textarea, select, [contenteditable=true]");
  const question = () => document.querySelector("#question textarea, #question input");

  document.addEventListener("keydown", (event) => {
    const asks = event.key === "/" && !editable(event.target) && !event.ctrlKey && !event.metaKey;
    const returns = event.key === "Escape" && !document.querySelector("dialog[open]");
    if (!asks && !returns) return;
    event.preventDefault();
    question()?.focus();
  });

  return {
    // A click on HTML of ours, told to Python with what the element says it does.
    clicked(event, trigger, name) {
      const chip = event.target.closest(".chip");
      if (chip) return trigger(name, { question: chip.textContent });
      const acting = event.target.closest("[data-do]");
      if (acting) trigger(name, { do: acting.dataset.do, id: acting.dataset.id });
    },
    // Where there is no room beside it, the library starts closed.
    shelf(element) {
      const sidebar = element.closest(".sidebar");
      if (innerWidth < 900 && sidebar?.classList.contains("open")) {
        sidebar.querySelector(".toggle-button")?.click();
      }
    },
    // An answer is announced once, when it is whole.
    answered(element) {
      const turns = element.querySelectorAll(".turn");
      const said = turns[turns.length - 1]?.querySelector(".answer, .note");
      document.getElementById("announced").textContent = said?.textContent ?? "";
      if (top !== null && turns.length) {
        const moved = turns[turns.length - 1].getBoundingClientRect().top - top;
        const pane = document.getElementById("turns");
        (pane.scrollHeight > pane.clientHeight + 1 ? pane : window).scrollBy(0, moved);
        top = null;
      }
    },
    // A new question is put at the top of its pane; what then grows below it does not move the text.
    asked(element) {
      const text = element.querySelector(".asked")?.textContent ?? null;
      if (text && text !== asked) element.scrollIntoView({ block: "start", behavior: motion() });
      asked = text;
      place();
    },
  };
})();
