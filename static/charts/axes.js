// @ts-check
/**
 * Axes that grow in calm steps, and where a value stands on them. Pure.
 *
 * @typedef {object} Axis
 * @property {boolean} log
 * @property {[number, number]} range in values, not in powers
 */

const STEPS = [1, 2, 5, 10];

/**
 * Where iteration 0 stands on a logarithmic axis, which has no place for it: a little before 1, behind a break.
 */
export const ZERO_PLACE = 0.4;

/** As far as the figure's sigmoid is drawn; what lies beyond is shown at the edge. */
export const FARTHEST_SUM = 1e9;

/** An axis grows a little before its end is reached, so that the newest point is not beyond it until it is redrawn. */
const AHEAD = 1.04;

/** The next of 1, 2, 5, 10, 20, … that is not below a value. @param {number} value */
export function roundUp(value) {
  const decade = 10 ** Math.floor(Math.log10(value) + 1e-12);
  const step = STEPS.find(step => step * decade >= value * (1 - 1e-12)) ?? 10;
  return Number((step * decade).toPrecision(1));
}

/**
 * Where the axis of iterations ends: it is doubled or so when the run reaches its end, and not moved otherwise.
 *
 * @param {number} last the last iteration to be seen
 * @param {number} stop where the run is going to stop: no sense in showing more
 */
export function lastIteration(last, stop) {
  const end = roundUp(Math.max(last * AHEAD, 10));
  return last <= stop ? Math.max(Math.min(end, stop), 10) : end;
}

/**
 * The axis for errors: by whole powers of ten if logarithmic, else from zero.
 *
 * @param {number} low the lowest error above zero
 * @param {number} high
 * @param {boolean} log
 * @returns {[number, number]}
 */
export function errorRange(low, high, log) {
  if (!(high > 0)) return log ? [0.1, 1] : [0, 1];
  if (!log) return [0, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1].find(top => top >= high * 1.02) ?? roundUp(high)];
  const top = Math.ceil(Math.log10(high) - 1e-9);
  const bottom = Math.min(Math.floor(Math.log10(low) + 1e-9), top - 1);
  return [power(bottom), power(top)];
}

/** The axis for sums before the sigmoid, both ways from zero. @param {number} farthest */
export function sumRange(farthest) {
  return farthest <= 5.8 ? 6 : Math.min(roundUp(farthest * 1.03), FARTHEST_SUM);
}

/** A value, or the end that it lies beyond; NaN stays NaN. @param {number} value @param {number} low @param {number} high */
export function between(value, low, high) {
  return Math.min(high, Math.max(low, value));
}

/** The place of an iteration: its own, or the one kept for 0. @param {number} iteration @param {boolean} log */
export function place(iteration, log) {
  return log && iteration < 1 ? ZERO_PLACE : iteration;
}

/**
 * The pixel at which a value stands.
 *
 * @param {Axis} axis
 * @param {number} start pixel of the range's start
 * @param {number} end
 * @returns {(value: number) => number} NaN for what a logarithmic axis cannot show
 */
export function along({ log, range }, start, end) {
  const [low, high] = log ? range.map(Math.log10) : range;
  const scale = (end - start) / (high - low);
  return log ? value => start + (Math.log10(value > 0 ? value : NaN) - low) * scale : value => start + (value - low) * scale;
}

/** The range as Plotly writes it. @param {Axis} axis */
export function plotlyRange({ log, range }) {
  return log ? range.map(Math.log10) : [...range];
}

/** The range that Plotly wrote. @param {number[]} range @param {boolean} log @returns {[number, number]} */
export function ownRange([low, high], log) {
  return log ? [10 ** low, 10 ** high] : [Number(low), Number(high)];
}

/**
 * Where a logarithmic axis is labelled: powers of ten, and 2 and 5 between them when it shows little more than one.
 *
 * @param {[number, number]} range
 * @param {number} most labels
 * @param {boolean} [zero] whether iteration 0 has its place on it
 */
export function logTicks([low, high], most, zero = false) {
  const [first, last] = [Math.floor(Math.log10(low) + 1e-9), Math.ceil(Math.log10(high) - 1e-9)];
  const between = last - first <= 2 ? [1, 2, 5] : [1];
  const stride = Math.max(1, Math.ceil((last - first) / most));
  const values = [];
  for (let decade = first; decade <= last; decade++) {
    if (decade % stride === 0) values.push(...between.map(step => Number((step * power(decade)).toPrecision(1))));
  }
  const inside = values.filter(value => value >= (zero ? 1 : low * 0.999) && value <= high * 1.001);
  return zero && low <= ZERO_PLACE
    ? { tickvals: [ZERO_PLACE, ...inside], ticktext: ["0", ...inside.map(tick)] }
    : { tickvals: inside, ticktext: inside.map(tick) };
}

/** 20000 -> "20k". @param {number} value */
function tick(value) {
  if (value >= 1e6) return `${value / 1e6}M`;
  if (value >= 1000) return `${value / 1000}k`;
  return value >= 1e-4 ? String(value) : value.toExponential().replace("-", "−");
}

/** A power of ten without the noise of multiplying. @param {number} exponent */
function power(exponent) {
  return Number(`1e${exponent}`);
}
