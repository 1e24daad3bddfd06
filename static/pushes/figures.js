// @ts-check
/**
 * With how many decimals the pushes are written, so that what stands there adds up. Pure.
 *
 * @typedef {import("./pushes.js").Pushes} Pushes
 * @typedef {{decimals: number, adds: boolean, multiplies: boolean}} Writing `adds`: whether the pushes as they are written
 *   make the sum as it is written; `multiplies`: whether every input × delta as written makes its push
 */

import { fixed, signed } from "../numbers.js";

const [FEWEST, MOST] = [4, 7];
/** Beyond this the last decimals of a sum of so many say nothing, however many there are. */
const ADDED_AT_SIGHT = 12;

/** @param {Pushes} pushes @returns {Writing} */
export function writingOf(pushes) {
  const most = pushes.all.length > ADDED_AT_SIGHT ? FEWEST : MOST;
  for (let decimals = FEWEST; decimals <= most; decimals++) {
    const writing = { decimals, adds: adds(pushes, decimals), multiplies: multiplies(pushes, decimals) };
    if (writing.adds && writing.multiplies && says(pushes.sum, decimals)) return writing;
  }
  // Rather fewer decimals and a sum that is right but for its rounding.
  for (let decimals = FEWEST; decimals <= most; decimals++) {
    if (adds(pushes, decimals)) return { decimals, adds: true, multiplies: multiplies(pushes, decimals) };
  }
  return { decimals: FEWEST, adds: adds(pushes, FEWEST), multiplies: multiplies(pushes, FEWEST) };
}

/** What becomes of a number by being written. @param {string} text */
export function read(text) {
  return Number(text.replaceAll("−", "-"));
}

/** A change as the table has it. @param {number} value @param {number} decimals */
export function change(value, decimals) {
  return value === 0 ? "0" : signed(value, decimals);
}

/** An input as the table has it. @param {number} value @param {number} decimals */
export function given(value, decimals) {
  return Number.isInteger(value) ? String(value).replace("-", "−") : fixed(value, Math.max(3, decimals));
}

/** Whether a sum has two figures at least. @param {number} sum @param {number} decimals */
function says(sum, decimals) {
  return sum === 0 || !Number.isFinite(sum) || Math.abs(sum) < 10 ** -MOST || Math.abs(sum) >= 10 ** (1 - decimals);
}

/** @param {Pushes} pushes @param {number} decimals */
function adds({ all, hidden, others, sum }, decimals) {
  if (!Number.isFinite(sum)) return true;
  const parts = [...all.map(({ push }) => push), ...(hidden ? [others] : [])];
  const total = parts.reduce((sofar, part) => sofar + read(change(part, decimals)), 0);
  return near(total, sum, decimals);
}

/** @param {Pushes} pushes @param {number} decimals */
function multiplies({ all, flipped }, decimals) {
  return all.every(({ input, delta, push }) => {
    if (!Number.isFinite(push)) return true;
    const product = (flipped ? -1 : 1) * read(given(input, decimals)) * read(change(delta, decimals));
    return near(product, push, decimals);
  });
}

/** Whether a result of written numbers is what stands there. @param {number} reckoned @param {number} value @param {number} decimals */
function near(reckoned, value, decimals) {
  const text = change(value, decimals);
  const [, power] = text.replaceAll("−", "-").split("e");
  const unit = power === undefined ? 10 ** -decimals : 10 ** (Number(power) - 1);
  return Math.abs(reckoned - read(text)) <= unit * 0.5000001;
}
