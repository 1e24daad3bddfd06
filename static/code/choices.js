// @ts-check
/** The small menu of what a line could do instead. */

import { html } from "../dom.js";

/**
 * @param {HTMLElement} board what it hangs in
 * @param {(line: number, choice: string) => void} choose
 */
export function choiceMenu(board, choose) {
  const menu = html("div", { role: "menu", class: "sheet choices", hidden: true });
  board.append(menu);
  /** @type {HTMLElement | null} */
  let opener = null;

  /** @param {boolean} back whether the focus goes back to the button */
  function close(back) {
    if (!opener) return;
    const button = opener;
    opener = null;
    menu.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (back) button.focus();
  }

  /**
   * @param {HTMLElement} button
   * @param {number} number of the line, from 0
   * @param {import("../messages.js").Line} line
   * @param {(text: string) => string} filled
   */
  function open(button, number, line, filled) {
    const again = opener === button;
    close(false);
    if (again) return;
    opener = button;
    menu.setAttribute("aria-label", `What line ${number + 1} does`);
    menu.replaceChildren(...line.choices.map(({ name, text, about }) => {
      const item = html(
        "button",
        { type: "button", role: "menuitemradio", "aria-checked": String(name === line.chosen), tabindex: -1 },
        html("code", {}, filled(text).trim()),
        html("span", {}, about),
      );
      item.addEventListener("click", () => {
        close(true);
        if (name !== line.chosen) choose(number, name);
      });
      return item;
    }));
    const at = (button.closest("li") ?? button).getBoundingClientRect();
    menu.style.top = `${at.bottom - board.getBoundingClientRect().top + 4}px`;
    menu.hidden = false;
    button.setAttribute("aria-expanded", "true");
    /** @type {HTMLElement | null} */ (menu.querySelector('[aria-checked="true"]'))?.focus();
  }

  menu.addEventListener("keydown", event => {
    const items = /** @type {HTMLElement[]} */ ([...menu.children]);
    const at = items.findIndex(item => item === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Tab") close(true);
    if (event.key === "Escape") close(true);
    if (to !== undefined) items[to % items.length].focus();
    if (to !== undefined || event.key === "Escape") event.preventDefault();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (opener && target instanceof Node && !menu.contains(target) && !opener.contains(target)) close(false);
  });
  return { open, close: () => close(false), isOpen: () => opener !== null };
}
