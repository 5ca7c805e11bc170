// Reading: citations lead to the exact characters of the article, and the article leads back to who cites it.
// Offsets count Unicode code points, as in Python; JavaScript counts UTF-16 units, so they are converted where a
// block's text is touched. Nothing that is put into a block has text of its own, so places in it stay true.
(() => {
  let wanted = null; // the citation whose article is still on its way
  let origin = null; // what was followed, to lead back to
  let send = null; // tells the article's component in Python
  let tools = null; // what is offered for a selection

  const pane = () => document.querySelector("#article [data-article]");
  const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
  const named = (template, ...values) => values.reduce((text, value) => text.replace("{}", () => value), template);

  const units = (text, points) => {
    let unit = 0;
    for (let point = 0; point < points && unit < text.length; point++) {
      unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
    }
    return unit;
  };
  const points = (text) => [...text].length;

  const button = (css, label) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = css;
    made.title = label;
    made.setAttribute("aria-label", label);
    return made;
  };

  // ---- ranges of the article as elements

  const blocks = (root) => root.querySelectorAll("[data-start]");

  const unwrap = (root, selector) => {
    root.querySelectorAll(selector).forEach((element) => {
      const parent = element.parentNode;
      element.replaceWith(...element.childNodes);
      parent.normalize();
    });
  };

  // Wrap the characters from `start` to `end`, text node by text node; return the elements made.
  const wrap = (root, start, end, tag, css) => {
    const made = [];
    for (const block of blocks(root)) {
      const first = Number(block.dataset.start);
      if (Number(block.dataset.end) <= start || first >= end) continue;
      const text = block.textContent;
      const from = units(text, Math.max(0, start - first));
      const to = units(text, end - first);
      for (const [node, low, high] of pieces(block, from, to)) {
        const range = document.createRange();
        range.setStart(node, low);
        range.setEnd(node, high);
        const element = document.createElement(tag);
        element.className = css;
        range.surroundContents(element);
        made.push(element);
      }
    }
    return made;
  };

  const pieces = (block, from, to) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let position = 0; walker.nextNode(); ) {
      const node = walker.currentNode;
      const low = Math.max(from - position, 0);
      const high = Math.min(to - position, node.length);
      if (low < high) found.push([node, low, high]);
      position += node.length;
    }
    return found;
  };

  // ---- following a citation, and back

  const show = ({ article, start, end, paragraph }) => {
    const root = pane();
    if (!root || root.dataset.article !== article) return false;
    root.querySelectorAll(".back").forEach((back) => back.remove());
    unsay(root);
    unwrap(root, "mark.cited");
    const marks = wrap(root, start, end, "mark", "cited");
    say(root);
    const shown = marks.find((mark) => mark.checkVisibility()) ?? root.querySelector(`[data-start="${paragraph}"]`);
    if (!shown) return true;
    if (marks.length) marks[marks.length - 1].after(backLink(root));
    shown.tabIndex = -1;
    // At once: paragraphs out of sight have guessed heights, which come true while a smooth scroll passes them, and
    // it ends elsewhere.
    requestAnimationFrame(() => {
      shown.scrollIntoView({ block: "center" });
      shown.focus({ preventScroll: true });
    });
    return true;
  };

  const backLink = (root) => {
    const back = button("back", root.dataset.back);
    back.addEventListener("click", () => goTo(origin));
    return back;
  };

  const openTab = (element) => {
    const name = element.closest?.(".tabitem, [role=tabpanel]")?.id;
    const tab = name && document.getElementById(`${name}-button`);
    if (tab && tab.getAttribute("aria-selected") !== "true") tab.click();
  };

  const goTo = (element) => {
    if (!element) return;
    const { article, start, end } = element.dataset;
    const same = `.cite[data-article="${article}"][data-start="${start}"][data-end="${end}"]`;
    const there = element.isConnected ? element : document.querySelector(same); // it may have been drawn anew
    if (!there) return;
    openTab(there);
    requestAnimationFrame(() => {
      there.scrollIntoView({ block: "center", behavior: motion() });
      there.focus({ preventScroll: true });
    });
  };

  const follow = (element) => {
    const { article, start, end, paragraph } = element.dataset;
    origin = element;
    const target = { article, start: Number(start), end: Number(end), paragraph };
    const tab = document.getElementById("tab-article-button");
    if (tab && tab.getAttribute("aria-selected") !== "true") tab.click();
    if (show(target)) return;
    wanted = target;
    send?.("select", { id: article });
  };

  // ---- cited by: the conversation's citations of the open article

  const unsay = (root) => {
    root.querySelectorAll(".by, .cited-by").forEach((element) => element.remove());
    unwrap(root, "span.said");
  };

  const say = (root) => {
    const places = new Map();
    const links = `#past .turn .answer .mark a.cite[data-article="${root.dataset.article}"]`;
    for (const link of document.querySelectorAll(links)) {
      const place = `${link.dataset.start}-${link.dataset.end}`;
      const turn = link.closest(".turn");
      if (!places.has(place)) places.set(place, new Map());
      if (!places.get(place).has(turn)) places.get(place).set(turn, link);
    }
    for (const [place, turns] of places) {
      const [start, end] = place.split("-").map(Number);
      const said = wrap(root, start, end, "span", "said");
      if (said.length) said[0].before(citedBy(root, turns));
    }
  };

  const question = (turn) => turn.querySelector(".asked")?.textContent ?? "";

  const citedBy = (root, turns) => {
    const only = turns.size === 1;
    const [turn, link] = [...turns][0];
    const label = only ? named(root.dataset.by, question(turn)) : named(root.dataset.often, turns.size);
    const by = button("by", label);
    if (!only) {
      by.dataset.count = turns.size;
      by.setAttribute("aria-expanded", "false");
    }
    by.addEventListener("click", () => (only ? goTo(link) : list(by, turns)));
    return by;
  };

  // The turns that cite one sentence, below its paragraph.
  const list = (by, turns) => {
    const block = by.closest("[data-start]");
    const open = by.getAttribute("aria-expanded") === "true";
    pane().querySelectorAll(".cited-by").forEach((element) => element.remove());
    pane().querySelectorAll(".by[aria-expanded]").forEach((other) => other.setAttribute("aria-expanded", "false"));
    if (open) return;
    const listed = document.createElement("ul");
    listed.className = "cited-by";
    for (const [turn, link] of turns) {
      const row = document.createElement("li");
      const leads = document.createElement("button");
      leads.type = "button";
      leads.textContent = question(turn);
      leads.addEventListener("click", () => goTo(link));
      row.append(leads);
      listed.append(row);
    }
    by.setAttribute("aria-expanded", "true");
    block.after(listed);
    listed.querySelector("button").focus();
  };

  const refresh = () => {
    const root = pane();
    if (!root) return;
    unsay(root);
    say(root);
  };

  // ---- a part of the article, to be summarised

  const place = (node, offset) => {
    const block = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("[data-start]");
    if (!block) return null;
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, offset);
    return Number(block.dataset.start) + points(before.toString());
  };

  // The ends of a selection may lie between blocks; then the first and the last block that it touches count.
  const selected = () => {
    const selection = getSelection();
    const root = pane();
    if (!root || !selection.rangeCount || selection.isCollapsed || !selection.toString().trim()) return null;
    const range = selection.getRangeAt(0);
    if (!root.contains(range.commonAncestorContainer)) return null;
    const touched = [...blocks(root)].filter((block) => range.intersectsNode(block) && block.checkVisibility());
    if (!touched.length) return null;
    const start = place(range.startContainer, range.startOffset) ?? Number(touched[0].dataset.start);
    const end = place(range.endContainer, range.endOffset) ?? Number(touched[touched.length - 1].dataset.end);
    return start < end ? { start, end, range } : null;
  };

  const summarise = (start, end) => {
    document.getElementById("tab-summary-button")?.click();
    send?.("apply", { start, end });
  };

  const offer = () => {
    const part = selected();
    if (!part) return tools?.remove();
    tools ??= document.createElement("div");
    tools.className = "part-tools";
    const offered = document.createElement("button");
    offered.type = "button";
    offered.textContent = pane().dataset.part;
    offered.addEventListener("pointerdown", (event) => event.preventDefault()); // the selection stays
    offered.addEventListener("click", () => {
      const chosen = selected() ?? part;
      getSelection().removeAllRanges();
      tools.remove();
      summarise(chosen.start, chosen.end);
    });
    tools.replaceChildren(offered);
    document.getElementById("article").append(tools);
    const lines = part.range.getClientRects();
    const last = lines[lines.length - 1];
    const room = document.getElementById("reader").getBoundingClientRect();
    tools.style.left = `${Math.max(room.left, Math.min(last.right, room.right - tools.offsetWidth - 8))}px`;
    tools.style.top = `${Math.min(last.bottom + 8, innerHeight - tools.offsetHeight - 8)}px`;
  };

  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(offer, 150);
  };
  document.addEventListener("selectionchange", soon);
  document.addEventListener("scroll", () => tools?.isConnected && soon(), { capture: true, passive: true });

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.cite");
    if (!link) return;
    event.preventDefault();
    follow(link);
  });

  const clicked = (event) => {
    const section = event.target.closest(".section");
    if (section) return summarise(Number(section.dataset.from), Number(section.dataset.to));
    const leftOut = event.target.closest(".left-out");
    if (!leftOut) return;
    const whole = pane().classList.toggle("whole");
    leftOut.setAttribute("aria-pressed", String(whole));
  };

  // Another article has been opened: it is to be seen, unless its summary is, and is told by its title.
  const opened = (root) => {
    const evidence = document.getElementById("tab-evidence-button");
    if (evidence?.getAttribute("aria-selected") === "true") openTab(root);
    footnote.announce(root.querySelector("h2").textContent);
  };

  Object.assign(window.footnote, {
    // A summary is told of once it is whole.
    summary(element, watch) {
      let growing = false;
      watch("value", () => {
        const coverage = growing && element.querySelector(".coverage");
        growing = Boolean(element.querySelector(".busy"));
        if (coverage) footnote.announce(`${element.querySelector("h2").textContent}: ${coverage.textContent}`);
      });
    },
    // The article's component: it is told of articles to open and of parts to summarise.
    reader(element, trigger, watch) {
      send = trigger;
      const side = document.getElementById("reader");
      footnote.landmark(side, document.getElementById("tab-article-button"));
      element.addEventListener("click", clicked);
      element.closest("[role=tabpanel]").tabIndex = 0; // it scrolls, and may hold nothing else to be reached by keys
      let open = pane()?.dataset.article;
      watch("value", () => {
        const root = pane();
        if (root && open && root.dataset.article !== open) opened(root);
        open = root?.dataset.article ?? open;
        if (!wanted || !show(wanted)) return refresh();
        wanted = null;
      });
    },
    // A side of the page is a region, named as the element is that names it.
    landmark(side, name) {
      if (!side || !name) return;
      side.setAttribute("role", "region");
      side.setAttribute("aria-label", name.textContent);
    },
    // The map is one stop for the keyboard; arrows go from paragraph to paragraph.
    map(element) {
      element.addEventListener("click", (event) => {
        const bar = event.target.closest("button");
        if (bar) follow(bar);
      });
      element.addEventListener("keydown", (event) => {
        const bars = [...element.querySelectorAll(".map button")];
        const at = bars.indexOf(event.target);
        const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: bars.length - 1 }[event.key];
        if (at < 0 || !bars[next]) return;
        event.preventDefault();
        bars[at].tabIndex = -1;
        bars[next].tabIndex = 0;
        bars[next].focus();
      });
    },
    // The conversation has changed, and with it what the article is cited by.
    cited: refresh,
  });
})();
