// Citations lead to the exact characters of the article. Offsets count Unicode code points, as in Python;
// JavaScript counts UTF-16 units, so they are converted where a block holds any character beyond those.
window.footnote = (() => {
  let wanted = null; // the citation whose article is still on its way
  let origin = null; // the link that was followed, to lead back to
  let openArticle = null;
  let top = null;
  let asked = null; // the question that is being answered

  const pane = () => document.querySelector("#article [data-article]");

  const units = (text, points) => {
    let unit = 0;
    for (let point = 0; point < points && unit < text.length; point++) {
      unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
    }
    return unit;
  };

  const unmark = (root) => {
    root.querySelectorAll(".back").forEach((button) => button.remove());
    root.querySelectorAll("mark.cited").forEach((mark) => {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    });
  };

  // Every block is one text node again after unmark, so a range is a split of that node.
  const mark = (root, start, end) => {
    const marks = [];
    for (const block of root.querySelectorAll("[data-start]")) {
      const text = block.textContent;
      const first = Number(block.dataset.start);
      const last = first + [...text].length;
      if (last <= start || first >= end) continue;
      const from = units(text, Math.max(0, start - first));
      const to = units(text, Math.min(last, end) - first);
      const range = document.createRange();
      range.setStart(block.firstChild, from);
      range.setEnd(block.firstChild, to);
      const marked = document.createElement("mark");
      marked.className = "cited";
      range.surroundContents(marked);
      marks.push(marked);
    }
    return marks;
  };

  const backLink = (after) => {
    const label = pane().dataset.back;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "back";
    button.textContent = "↩";
    button.title = label;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", () => {
      origin?.scrollIntoView({ block: "center", behavior: motion() });
      origin?.focus({ preventScroll: true });
    });
    after.after(button);
  };

  const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

  const show = ({ article, start, end }) => {
    const root = pane();
    if (!root || root.dataset.article !== article) return false;
    unmark(root);
    const marks = mark(root, start, end);
    if (!marks.length) return true;
    backLink(marks[marks.length - 1]);
    marks[0].tabIndex = -1;
    requestAnimationFrame(() => {
      marks[0].scrollIntoView({ block: "center", behavior: motion() });
      marks[0].focus({ preventScroll: true });
    });
    return true;
  };

  const follow = (link) => {
    const { article, start, end } = link.dataset;
    origin = link;
    const target = { article, start: Number(start), end: Number(end) };
    const tab = document.getElementById("tab-article-button");
    if (tab && tab.getAttribute("aria-selected") !== "true") tab.click();
    if (show(target)) return;
    wanted = target;
    openArticle?.({ id: article });
  };

  // Where the question that is being answered stands, so that its whole answer can take its place.
  const place = () => {
    const turn = document.querySelector("#live .turn");
    if (turn) top = turn.getBoundingClientRect().top;
  };
  document.addEventListener("scroll", place, { capture: true, passive: true });

  const editable = (node) => node.closest?.("input, textarea, select, [contenteditable=true]");
  const question = () => document.querySelector("#question textarea, #question input");

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.cite");
    if (!link) return;
    event.preventDefault();
    follow(link);
  });

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
    reader(element, open, watch) {
      openArticle = open;
      watch("value", () => {
        if (wanted && show(wanted)) wanted = null;
      });
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
