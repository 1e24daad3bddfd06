// @ts-check
/** Undo and redo, with the words of what they would take back. */

import { find, set } from "../dom.js";

/** @typedef {import("../lab.js").Lab} Lab */

const WHAT = /** @type {const} */ ({
  undo: { name: "Undo", empty: "Nothing has been changed that could be taken back.", does: "Takes it back, and trains again what followed." },
  redo: { name: "Redo", empty: "Nothing has been taken back.", does: "Does again what was taken back." },
});

/** @param {HTMLElement} element @param {Lab} lab */
export function undoing(element, lab) {
  const names = /** @type {const} */ (["undo", "redo"]);

  /** @param {"undo" | "redo"} name */
  function take(name) {
    if (lab.state().controls?.[name] != null) lab.send({ type: name });
  }

  for (const name of names) find(`#${name}`, element).addEventListener("click", () => take(name));

  return {
    undo: () => take("undo"),
    redo: () => take("redo"),
    /** @param {import("../lab.js").State} state */
    update({ controls }) {
      for (const name of names) {
        const button = find(`#${name}`, element);
        const words = controls?.[name] ?? null;
        const { name: title, empty, does } = WHAT[name];
        const label = words === null ? title : `${title}: ${words}`;
        set(button, "aria-label", label);
        // Not disabled: whoever takes back the last change keeps the focus.
        set(button, "aria-disabled", String(words === null));
        set(button, "data-explain", words === null ? `${title}. ${empty}` : `${label}. ${does}`);
      }
    },
  };
}
