// @ts-check
/** The fields in which the lists of a study are typed. */

/** @typedef {keyof typeof FIELDS} Field */

/** What can be typed: its label, by which the server calls it too, and for how many characters there is room. */
export const FIELDS = {
  alphas: { label: "alphas", size: 25 },
  hidden_sizes: { label: "hidden sizes", size: 10 },
  seeds: { label: "seeds", size: 6 },
  iterations: { label: "iterations", size: 8 },
};
/** A field grows with what is typed, up to so many characters. */
const WIDEST = 56;

/** Wide enough for what is in it, as far as there is room; what is longer is said in full. @param {HTMLInputElement} input @param {number} size */
export function fit(input, size) {
  input.style.width = `calc(${Math.min(WIDEST, Math.max(size, input.value.length))}ch + 16px)`;
  input.title = input.value.length > size ? input.value : "";
}

/** @param {HTMLInputElement} input @param {Field} key @param {string} value */
export function put(input, key, value) {
  input.value = value;
  fit(input, FIELDS[key].size);
}
