// @ts-check
/** With the keyboard from the line one stands on to what it makes, and back. */

const TO_MATRICES = "to-matrices";
const TO_LINE = "to-line";

/** @param {boolean} back to the line */
export function cross(back) {
  document.dispatchEvent(new CustomEvent(back ? TO_LINE : TO_MATRICES));
}

/** @param {() => HTMLElement | null | undefined} find what is to have the focus */
export function comeToMatrices(find) {
  document.addEventListener(TO_MATRICES, () => find()?.focus());
}

/** @param {() => HTMLElement | null | undefined} find */
export function comeToLine(find) {
  document.addEventListener(TO_LINE, () => find()?.focus());
}
