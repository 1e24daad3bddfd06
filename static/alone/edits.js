// @ts-check
/** The edits in words, one tab stop for all: arrow keys go from one to the next, Enter goes to its iteration. */

import { html } from "../dom.js";
import { whole } from "../numbers.js";

const WAYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** @param {HTMLElement} list @param {import("./timeline.js").Mark[]} marks @param {(iteration: number) => void} go */
export function edits(list, marks, go) {
  const buttons = marks.map(({ iteration, label }, i) => {
    const button = html("button", { type: "button", class: "plain", tabindex: i ? -1 : 0 }, html("b", {}, whole(iteration)), ` ${label}`);
    button.addEventListener("click", () => go(iteration));
    return button;
  });
  list.append(...buttons.map(button => html("li", {}, button)));
  list.addEventListener("keydown", event => {
    const way = WAYS[/** @type {keyof typeof WAYS} */ (event.key)];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const from = buttons.findIndex(button => button === document.activeElement);
    const to = buttons[Math.max(0, Math.min(buttons.length - 1, from + way))];
    buttons[from].tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  });
}
