// The page beyond its components: keys, and what is clicked in HTML of ours.
window.footnote = (() => {
  const editable = (node) => 
    node.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]");
  const question = () => document.querySelector("#question textarea, #question input");

  document.addEventListener("keydown", (event) => {
    const asks = event.key === "/" && !editable(event.target) && !event.ctrlKey && !event.metaKey;
    const returns = event.key === "Escape" && !document.querySelector("dialog[open]");
    if (!asks && !returns) return;
    event.preventDefault();
    question()?.focus();
  });

  // What was pressed is gone after Stop, and with it the focus. A finger wants no keyboard on its screen.
  document.addEventListener("click", (event) => {
    if (event.target.closest("#stop") && event.pointerType !== "touch") question()?.focus();
  });

  // Files that are dropped anywhere are added as those that are chosen, by the form, which is there once it is open.
  let kinds = ""; // of files that are read
  const upload = () => document.querySelector("#library input[type=file]");
  const give = (files) => {
    const field = upload();
    if (!field) return requestAnimationFrame(() => give(files));
    field.files = files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const { files } = event.dataTransfer;
    if (!files.length) return;
    event.preventDefault();
    if (!upload()) document.querySelector("#add .label-wrap").click();
    give(files);
  });
  document.addEventListener("click", () => { if (upload()) upload().accept = kinds; }, { capture: true });

  // A button that opens something says whether that is open, by the class that Gradio gives it.
  const expands = (button, opened) => {
    if (!button) return;
    const say = () => button.setAttribute("aria-expanded", String(opened.classList.contains("open")));
    new MutationObserver(say).observe(opened, { attributes: true, attributeFilter: ["class"] });
    say();
  };

  return {
    // A click on HTML of ours, told to Python with what the element says it does.
    clicked(event, trigger, name) {
      const chip = event.target.closest(".chip");
      if (chip) return trigger(name, { question: chip.textContent });
      const acting = event.target.closest("[data-do]");
      if (acting) trigger(name, { do: acting.dataset.do, id: acting.dataset.id });
    },
    // Ticks are as the library says: one that a reader has set outlives a change of its mark-up. The focus goes
    // from what was removed to what has taken its place, and from an Undo to what it brought back. And where there
    // is no room beside it, the library starts closed.
    shelf(element, watch) {
      let row = null; // that something was removed from; -1 for the one that is open, after an Undo
      document.addEventListener("click", ({ target }) => {
        const removed = target.closest(".shelf .remove")?.closest("li");
        if (removed) row = [...element.querySelectorAll("li")].indexOf(removed);
        else if (target.closest("#notice [data-do=undo]")) row = -1;
      });
      watch("value", () => {
        for (const tick of element.querySelectorAll("input")) tick.checked = tick.defaultChecked;
        setTimeout(() => {
          const at = row;
          row = null;
          if (at === null || document.activeElement !== document.body) return;
          const rows = [...element.querySelectorAll("li")];
          const next = rows[Math.min(at, rows.length - 1)] ?? element.querySelector("[aria-current]");
          next?.querySelector(".open").focus({ preventScroll: true });
        });
      });
      const sidebar = element.closest(".sidebar");
      const toggle = sidebar?.querySelector(".toggle-button");
      const add = document.querySelector("#add .label-wrap");
      if (innerWidth < 1150 && sidebar?.classList.contains("open")) toggle?.click();
      expands(toggle, sidebar);
      expands(add, add);
      watch("value", () => toggle?.setAttribute("aria-label", element.querySelector("h2").textContent));
    },
    // The form takes the kinds of files that are read, and none that is too large, which Python says.
    uploading(read, trigger) {
      kinds = read;
      const most = window.gradio_config.max_file_size ?? Infinity;
      document.addEventListener("change", (event) => {
        const large = event.target === upload() && [...event.target.files].find((file) => file.size > most);
        if (!large) return;
        event.stopImmediatePropagation();
        trigger("select", { do: "too-large", id: large.name, most });
      }, { capture: true });
    },
  };
})();
