// @ts-check
/**
 * What the axes of a slice show. They follow in leaps and then stand still, so that it is the curve that moves. Pure.
 *
 * @typedef {[number, number]} Range
 */

import { roundUp } from "../charts/axes.js";

/** How far from the ball the axis of weights goes; the first shows −10 to 10, as the posts' surface does. */
export const REACHES = { all: 10, near: 1, nearest: 0.1 };
const [STEPS, TICKS] = [[1, 2, 5, 10], 4];
/** The ball may stand in so much of a close view before that moves on. */
const MIDDLE = 0.6;
/** An axis of errors on which the curve takes less than this part is drawn anew. */
const FULL = 0.35;

/**
 * @param {Range | null} old
 * @param {number} weight
 * @param {keyof typeof REACHES} reach
 * @returns {Range}
 */
export function acrossOf(old, weight, reach) {
  const half = REACHES[reach];
  if (reach === "all" || !Number.isFinite(weight)) {
    const far = Number.isFinite(weight) && Math.abs(weight) > half ? Math.min(roundUp(Math.abs(weight) * 1.05), 1e6) : half;
    if (old && Math.abs(weight) <= old[1] && far >= old[1]) return old;
    return [-far, far];
  }
  const wide = old && Math.abs(old[1] - old[0] - 2 * half) < half * 1e-6;
  if (wide && Math.abs(weight - (old[0] + old[1]) / 2) <= half * MIDDLE) return old;
  const middle = Math.round(weight / (half / 5)) * (half / 5);
  return [Number((middle - half).toFixed(6)), Number((middle + half).toFixed(6))];
}

/** @param {Range | null} old @param {number[]} heights @returns {Range} */
export function upOf(old, heights) {
  const known = heights.filter(Number.isFinite);
  if (!known.length) return old ?? [0, 1];
  const [low, high] = [Math.min(...known), Math.max(...known)];
  if (old && low >= old[0] && high <= old[1] && high - low > FULL * (old[1] - old[0])) return old;
  const room = roomFor(high - low, Math.abs(high));
  const [step, aside] = [stepFor(room), 0.06 * room + (room - (high - low)) / 2];
  return [Math.max(0, Math.floor((low - aside) / step) * step), Math.ceil((high + aside) / step) * step];
}

/** How much of the axis a curve needs so that its labels are short; what differs by less than the arithmetic does is flat. @param {number} height @param {number} top */
function roomFor(height, top) {
  if (height <= Math.max(top * 1e-9, 1e-12)) return top / 5 || 1;
  return Math.max(height, top * (top < 1e-4 ? 1e-3 : 1e-5));
}

/** The labels of an axis, each with as many decimals as tell it from the next. @param {Range} range */
export function ticksOf([low, high]) {
  const step = stepFor(high - low);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const first = Math.ceil(low / step - 1e-6);
  const count = Math.floor(high / step + 1e-6) - first + 1;
  return Array.from({ length: count }, (_, i) => {
    const value = (first + i) * step;
    return { value, text: digits > 7 ? tiny(value, step) : value.toFixed(digits).replace(/^-(?=.*[1-9])/, "−").replace(/^-/, "") };
  });
}

/** @param {number} value @param {number} step */
function tiny(value, step) {
  if (Math.abs(value) < step / 2) return "0";
  const [own, next] = [Math.abs(value), step].map(size => Math.floor(Math.log10(size) + 1e-9));
  return value.toExponential(Math.max(0, own - next)).replace(/-/g, "−");
}

/** @param {number} span */
function stepFor(span) {
  const decade = 10 ** Math.floor(Math.log10(span / TICKS));
  return (STEPS.find(step => step * decade >= (span / TICKS) * 0.999) ?? 10) * decade;
}
