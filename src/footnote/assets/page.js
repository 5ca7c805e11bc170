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

  return {
    // A click on HTML of ours, told to Python with what the element says it does.
    clicked(event, trigger, name) {
      const chip = event.target.closest(".chip");
      if (chip) return trigger(name, { question: chip.textContent });
      const acting = event.target.closest("[data-do]");
      if (acting) trigger(name, { do: acting.dataset.do, id: acting.dataset.id });
    },
    // Ticks are as the library says: one that a reader has set outlives a change of its mark-up. And where
    // there is no room beside it, the library starts closed.
    shelf(element, watch) {
      watch("value", () => {
        for (const tick of element.querySelectorAll("input")) tick.checked = tick.defaultChecked;
      });
      const sidebar = element.closest(".sidebar");
      if (innerWidth < 900 && sidebar?.classList.contains("open")) {
        sidebar.querySelector(".toggle-button")?.click();
      }
    },
  };
})();
