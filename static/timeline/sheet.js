// @ts-check
/**
 * What can be done with a change, or with each of several that stand near each other: move it to another iteration, go
 * there, take it away.
 *
 * @typedef {import("../messages.js").Mark} Mark
 */

import { html, set } from "../dom.js";
import { place } from "../explain.js";
import { field } from "../field.js";
import { called, identity } from "./groups.js";

const ABOUT = "Moving it or taking it away trains again what follows.";

let fields = 0;

/** Under all of the timeline, or over it. @param {HTMLElement} button */
function placeOf(button) {
  const { left, width } = button.getBoundingClientRect();
  const { top, height } = (button.closest(".track") ?? button).getBoundingClientRect();
  return new DOMRect(left, top, width, height);
}

/**
 * @param {HTMLElement} parent
 * @param {object} wires
 * @param {import("../lab.js").Lab} wires.lab
 * @param {ReturnType<typeof import("./track.js").track>} wires.track
 * @param {(mark: Mark) => void} wires.moved where a change will be
 */
export function changesSheet(parent, { lab, track, moved }) {
  const list = html("ul");
  const sheet = html("div", { class: "sheet changes-sheet", role: "dialog", hidden: true }, list, html("p", {}, ABOUT));
  parent.append(sheet);
  /** @type {Mark[]} */
  let listed = [];
  /** @type {HTMLElement | null} */
  let button = null;
  /** @type {Map<string, ReturnType<typeof field>>} */
  const places = new Map();

  /** @param {Mark} mark */
  function row(mark) {
    const { iteration, field: name } = mark;
    const input = html("input", {
      type: "text", inputmode: "numeric", autocomplete: "off", size: 9, id: `change-${++fields}`, "aria-label": "at iteration",
    });
    const typed = html("span", { class: "typed" }, input);
    const text = field(input, (to, refused) => {
      if (Number(to) >= 0) moved({ ...mark, iteration: Number(to) });
      return lab.send({ type: "move_edit", iteration, field: name, to }, refused);
    });
    text.show(String(iteration));
    places.set(identity(mark), text);
    // Pressing it takes the focus from the field, and that is what hands in what was typed there.
    const move = html("button", { type: "button", class: "plain" }, "Move");
    const go = html("button", { type: "button", class: "plain" }, "Go there");
    const remove = html("button", { type: "button", class: "plain" }, "Remove");
    go.addEventListener("click", () => {
      track.go(iteration);
      close();
    });
    remove.addEventListener("click", () => {
      lab.send({ type: "remove_edit", iteration, field: name }, refusal => text.refuse(refusal.message));
    });
    return html("li", { role: "group", "aria-label": called([mark]) },
      html("span", { class: "what" }, mark.label), html("span", { class: "at" }, "at iteration ", typed, move), go, remove);
  }

  /** @param {Mark[]} marks */
  function fill(marks) {
    listed = marks;
    places.clear();
    list.replaceChildren(...marks.map(row));
    set(sheet, "aria-label", marks.length === 1 ? marks[0].label : `${marks.length} changes`);
  }

  /** @param {Mark[]} marks @param {HTMLElement} from */
  function open(marks, from) {
    close();
    button = from;
    fill(marks);
    sheet.hidden = false;
    set(button, "aria-expanded", "true");
    place(sheet, placeOf(button));
    if (matchMedia("(pointer: fine)").matches) list.querySelector("input")?.focus();
    return {
      /** @param {Mark} mark @param {string} sentence */
      refuse: (mark, sentence) => places.get(identity(mark))?.refuse(sentence),
    };
  }

  function close() {
    if (button) set(button, "aria-expanded", "false");
    button = null;
    sheet.hidden = true;
  }

  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.defaultPrevented || sheet.hidden) return;
    event.preventDefault();
    const from = button;
    close();
    from?.focus();
  });
  document.addEventListener("pointerdown", event => {
    const { target } = event;
    if (target instanceof Node && !sheet.contains(target) && !button?.contains(target)) close();
  });

  return {
    open,
    /** @param {Mark[]} marks @param {HTMLElement} from */
    toggle(marks, from) {
      if (from === button) close();
      else open(marks, from);
    },
    /** What is no longer there is no longer listed. @param {Mark[]} marks */
    follow(marks) {
      if (sheet.hidden) return;
      const there = new Set(marks.map(identity));
      const left = listed.filter(mark => there.has(identity(mark)));
      if (left.length === listed.length) return;
      const focused = sheet.contains(document.activeElement);
      const from = button;
      if (left.length) fill(left);
      else close();
      if (focused && left.length) list.querySelector("button")?.focus();
      else if (focused && from && !from.hidden) from.focus();
      else if (focused) track.focus();
    },
  };
}
