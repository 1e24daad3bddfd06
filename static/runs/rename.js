// @ts-check
/** A name that is changed where it stands: Enter keeps what was typed, Escape what was. */

import { html } from "../dom.js";

/** As the protocol has it. */
const LONGEST = 60;

/**
 * @param {HTMLElement} shown what the field takes the place of
 * @param {string} label
 * @param {string} name
 * @param {(name: string) => void} commit
 * @param {() => void} back puts the focus where it was
 */
export function rename(shown, label, name, commit, back) {
  const input = html("input", { type: "text", class: "runs-rename", "aria-label": label, maxlength: LONGEST, autocomplete: "off" });
  input.value = name;
  let over = false;

  /** @param {boolean} keep @param {boolean} [left] the focus went elsewhere by itself */
  function end(keep, left = false) {
    if (over) return;
    over = true;
    const typed = input.value.trim();
    input.replaceWith(shown);
    if (!left) back();
    if (keep && typed !== name) commit(typed);
  }

  input.addEventListener("keydown", event => {
    event.stopPropagation(); // letters and Escape mean something on the page
    if (event.key === "Enter") event.preventDefault(); // it would press what gets the focus back
    if (event.key === "Enter") end(true);
    if (event.key === "Escape") end(false);
  });
  input.addEventListener("blur", () => end(true, true));
  shown.replaceWith(input);
  input.select();
  input.focus();
}
