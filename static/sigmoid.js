// @ts-check
/** What a sum goes through. Pure. */

/** @param {number} x */
export function sigmoid(x) {
  return 1 / (1 + Math.exp(-x));
}

/** How steep it is there, by its own output. @param {number} x */
export function slope(x) {
  const out = sigmoid(x);
  return out * (1 - out);
}

/** What there is in its place where the line is switched: 1 above zero, else 0. @param {number} x */
export function step(x) {
  return Number.isNaN(x) ? x : Number(x > 0);
}

/** Whether it is. @param {import("./messages.js").Line[]} code */
export function isStep(code) {
  return code.some(({ key, chosen }) => key === "sigmoid" && chosen === "step");
}
