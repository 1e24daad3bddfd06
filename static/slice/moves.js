// @ts-check
/**
 * Where a key or a hand takes a weight: never beyond the axis it stands on. Pure.
 *
 * @typedef {import("./range.js").Range} Range
 */

/** How many of the smallest steps of a hand a key makes, and a key with Shift. */
const [LITTLE, MUCH] = [10, 100];
/** @type {Record<string, number>} */
const KEYS = { ArrowLeft: -LITTLE, ArrowDown: -LITTLE, ArrowRight: LITTLE, ArrowUp: LITTLE, PageDown: -MUCH, PageUp: MUCH };

/** The smallest step of a hand, finer than a pixel: a hundredth from −10 to 10, a thousandth where ± 1 is in view. @param {Range} range */
export function grainOf([low, high]) {
  return 10 ** Math.floor(Math.log10((high - low) / 2_000) + 1e-9);
}

/** Null: the key takes it nowhere. @param {number} from @param {string} key @param {boolean} far @param {Range} range */
export function nudged(from, key, far, range) {
  if (key === "Home" || key === "End") return key === "Home" ? range[0] : range[1];
  if (!Object.hasOwn(KEYS, key)) return null;
  const steps = far ? Math.sign(KEYS[key]) * MUCH : KEYS[key];
  const grain = grainOf(range);
  return within(tidy(from + steps * grain, grain / 10_000), range);
}

/** @param {number} from @param {number} by what the hand has gone, as a weight @param {Range} range */
export function dragged(from, by, range) {
  return within(tidy(from + by, grainOf(range)), range);
}

/** A whole number of grains, without the noise of multiplying. @param {number} value @param {number} grain */
function tidy(value, grain) {
  const digits = Math.max(0, Math.min(15, -Math.round(Math.log10(grain))));
  return Number((Math.round(value / grain) * grain).toFixed(digits)) + 0;
}

/** @param {number} value @param {Range} range */
function within(value, [low, high]) {
  return Math.min(high, Math.max(low, value));
}
