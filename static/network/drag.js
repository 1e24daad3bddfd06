// @ts-check
/**
 * Moving a weight by hand. Pure.
 *
 * The way of the finger and the way of the weight are not in proportion: near where it began a pixel is a thousandth, so
 * that a weight can be set exactly; a hand's breadth away it is large, so that every weight can be reached.
 */

const NEAR = 40;
const STEEPNESS = 1.8;
const FINE = 10;
const DIGITS = 3;

/** @param {number} from the weight where the drag began @param {number} up pixels from there @param {boolean} fine */
export function dragged(from, up, fine) {
  const way = Math.sign(up) * (Math.abs(up) / NEAR) ** STEEPNESS;
  return round((Number.isFinite(from) ? from : 0) + (fine ? way / FINE : way), fine ? DIGITS + 1 : DIGITS);
}

/** @type {Record<string, number>} */
const STEPS = { "+": 0.1, "=": 0.1, "-": -0.1, "−": -0.1, PageUp: 1, PageDown: -1 };

/** Where a key moves a weight; null: nowhere. @param {number} from @param {string} key */
export function nudged(from, key) {
  return key in STEPS ? round((Number.isFinite(from) ? from : 0) + STEPS[key], 6) : null;
}

/** @param {number} value @param {number} digits */
const round = (value, digits) => Number(value.toFixed(digits));
