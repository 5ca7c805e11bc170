// The conversation: copying and downloading it, judging an answer, announcing one, and sending a question.
Object.assign(window.footnote, (() => {
  let answering = null; // the turn whose answer is still to come
  let top = null; // where the question that is being answered stands

  const EVENTS = { judge: "select", retry: "retry", undo: "undo" };
  const SHOWN = 2_000; // milliseconds for which a button says what it did

  const announce = (text) => {
    const node = document.getElementById("announced");
    node.textContent = "";
    requestAnimationFrame(() => { node.textContent = text; });
  };

  // What a turn says, for who hears it: block by block, how sure it is with it, without the footnotes' numbers.
  const said = (turn) => {
    const blocks = turn.querySelectorAll(".state, .answer p, .answer li, .answer h3, .note .what, .note .what + p");
    const words = ({ childNodes }) =>
      [...childNodes].filter((node) => !node.classList?.contains("mark")).map((node) => node.textContent).join("");
    return [...blocks].map((block) => words(block).replace(/([\p{L}\p{N}%)])[\s\u2060]*$/u, "$1.")).join(" ");
  };

  // A conversation that is found again is read from its end, which moves while the page takes its shape (fonts
  // come, the sidebar opens), until the reader does something.
  const found = (turns) => {
    const last = turns[turns.length - 1];
    const shape = new ResizeObserver(() => { if (last.isConnected) last.scrollIntoView({ block: "start" }); });
    for (const turn of turns) shape.observe(turn);
    for (const begun of ["wheel", "pointerdown", "touchstart", "keydown"]) {
      document.addEventListener(begun, () => shape.disconnect(), { capture: true, once: true, passive: true });
    }
  };

  // Where the question stands, so that its whole answer can take its place.
  const place = () => {
    const turn = document.querySelector("#live .turn");
    if (turn) top = turn.getBoundingClientRect().top;
  };
  document.addEventListener("scroll", place, { capture: true, passive: true });

  const write = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // Over plain HTTP from another machine there is no clipboard but by way of a selection.
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "unseen";
    const focused = document.activeElement;
    document.body.append(area);
    area.select();
    const written = document.execCommand("copy");
    area.remove();
    focused?.focus();
    if (!written) throw new Error("copying was not allowed");
  };

  const say = (button, text) => {
    button.dataset.label ??= button.textContent;
    button.textContent = text;
    announce(text);
    clearTimeout(button.timer);
    button.timer = setTimeout(() => { button.textContent = button.dataset.label; }, SHOWN);
  };

  const copy = (button, text) =>
    write(text).then(
      () => say(button, button.dataset.done),
      () => say(button, button.dataset.failed),
    );

  const download = (button, text) => {
    const day = new Date().toLocaleDateString("sv"); // 2026-11-24
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
    link.download = `footnote-${day}.md`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    say(button, button.dataset.done);
  };

  const whole = () => document.querySelector("#past [data-markdown]").dataset.markdown;

  return {
    announce,
    // The buttons of the whole conversation.
    exporting(element) {
      element.addEventListener("click", (event) => {
        const button = event.target.closest("[data-do]");
        if (button) ({ "copy-chat": copy, download })[button.dataset.do](button, whole());
      });
    },
    // The buttons of single answers; an answer is announced once, when it is whole.
    past(element, trigger, watch) {
      let drawn = 0;
      element.addEventListener("click", (event) => {
        const button = event.target.closest("[data-do]");
        if (!button) return;
        const turn = button.closest("[data-turn]");
        if (button.dataset.do === "copy") return copy(button, turn.dataset.markdown);
        const name = EVENTS[button.dataset.do];
        if (name) trigger(name, { turn: turn?.dataset.turn, verdict: button.dataset.verdict });
      });
      watch("value", () => {
        const turns = element.querySelectorAll(".turn");
        const last = turns[turns.length - 1];
        if (!drawn && last) found(turns);
        drawn = turns.length;
        if (!last || last.dataset.turn !== answering) return;
        answering = null;
        announce(said(last));
        if (top === null) return;
        const moved = last.getBoundingClientRect().top - top;
        const pane = document.getElementById("turns");
        (pane.scrollHeight > pane.clientHeight + 1 ? pane : window).scrollBy(0, moved);
        top = null;
      });
    },
    // A new question is put at the top of its pane; what then grows below it does not move the text. It is put
    // there at once: an answer may come while a smooth scroll is still on its way.
    asked(element) {
      const id = element.querySelector(".turn")?.dataset.turn;
      if (!id) return;
      if (id !== answering) element.scrollIntoView({ block: "start" });
      answering = id;
      place();
    },
    // A verdict that was kept is shown beside its answer, which is not drawn again lest it lose its focus.
    judged(element) {
      const said = element.querySelector("[data-turn]");
      const turn = [...document.querySelectorAll("#past .turn")].find((node) => node.dataset.turn === said?.dataset.turn);
      if (!turn) return;
      turn.querySelectorAll("[data-verdict]").forEach((button) => {
        button.setAttribute("aria-pressed", String(button.dataset.verdict === said.dataset.verdict));
      });
      turn.querySelector(".thanks").textContent = said.textContent;
      announce(said.textContent);
    },
    // A question that is sent leaves the box at once, unless it will be refused.
    sent(question) {
      const box = document.querySelector("#question textarea, #question input");
      if (question?.trim() && !document.getElementById("stop")?.checkVisibility()) {
        box.value = "";
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }
      return question;
    },
  };
})());
