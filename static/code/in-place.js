// @ts-check
/**
 * Typing over a number where it stands: the number makes room for a field, and comes back when the field is done with.
 *
 * @typedef {object} Place
 * @property {HTMLElement} element the number, which is pressed to open it
 * @property {string} id of its own on the page
 * @property {string} label
 * @property {() => string} truth what the server says it is
 * @property {(text: string) => import("../messages.js").ClientMessage} verb
 */

import { html } from "../dom.js";
import { field } from "../field.js";

/** @param {HTMLElement} board what the refusal hangs in: the listing itself scrolls, and would cut it off @param {import("../lab.js").Lab} lab */
export function inPlace(board, lab) {
  /** @type {{holds: (element: Element) => boolean, follow: () => void, close: (back: boolean) => void} | null} */
  let open = null;

  /** @param {Place} place */
  function edit({ element, id, label, truth, verb }) {
    open?.close(false);
    const input = html("input", { id, type: "text", inputmode: "decimal", autocomplete: "off", "aria-label": label });
    const frame = html("span", { class: "typed in-place", "data-explain": "" }, input);
    element.hidden = true;
    element.after(frame);
    /** Whether the server is still to say what it thinks of what was typed. */
    let asked = false;
    const typed = field(input, (text, refused) => {
      asked = lab.send(verb(text), refusal => {
        asked = false;
        refused(refusal);
      });
      return asked;
    });
    const refusal = /** @type {HTMLElement} */ (input.nextElementSibling);
    hang(refusal, frame, board);

    /** @param {boolean} back whether the focus goes back to the number */
    function close(back) {
      if (!open) return;
      open = null;
      element.hidden = false;
      frame.remove();
      refusal.remove();
      if (back) element.focus();
    }

    const settled = () => !asked && refusal.hidden && document.activeElement !== input;
    const fit = () => (input.style.width = `${Math.max(3, input.value.length) + 2}ch`);
    typed.show(truth());
    fit();
    input.addEventListener("input", fit);
    input.addEventListener("blur", () => queueMicrotask(() => settled() && close(false)));
    input.addEventListener("keydown", event => {
      event.stopPropagation(); // the listing walks with the arrows
      const left = event.key === "Escape" || (event.key === "Enter" && input.value.trim() === truth());
      if (!left) return;
      event.preventDefault();
      close(true);
    });
    open = {
      close,
      holds: other => other.contains(frame),
      follow() {
        typed.show(truth());
        const granted = asked && input.value === truth();
        if (granted || settled()) close(document.activeElement === input);
      },
    };
    input.focus();
    input.select();
  }

  return {
    edit,
    /** What the server says has changed, perhaps. */
    follow: () => open?.follow(),
    /** Whether somebody is typing in there. @param {Element} element */
    isIn: element => open?.holds(element) ?? false,
  };
}

/** Under the field, towards the side where there is more room. @param {HTMLElement} refusal @param {HTMLElement} frame @param {HTMLElement} board */
function hang(refusal, frame, board) {
  const [at, around] = [frame.getBoundingClientRect(), board.getBoundingClientRect()];
  const right = at.left - around.left > around.width / 2;
  refusal.classList.add(right ? "to-left" : "to-right");
  refusal.style.top = `${at.bottom - around.top + 6}px`;
  const edge = Math.max(0, right ? around.right - at.right : at.left - around.left);
  refusal.style[right ? "right" : "left"] = `${edge}px`;
  refusal.style.maxWidth = `${Math.min(280, around.width - edge)}px`;
  board.append(refusal);
}
