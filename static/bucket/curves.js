// @ts-check
/**
 * The curves on which a ball looks for the bottom. Pure.
 *
 * A curve is one weight's error as a cartoon: x is the weight, the value the error.
 *
 * @typedef {object} Curve
 * @property {string} name
 * @property {string} title
 * @property {string} sentence what it is good for
 * @property {(x: number) => number} value
 * @property {(x: number) => number} slope
 * @property {number} alpha one that shows what the curve is for
 * @property {number} start
 * @property {number} play how far it may be moved sideways when it is hidden
 */

/** What is drawn of every curve: a ball beyond the sides or above the top has left. @type {Readonly<{low: number, high: number, top: number}>} */
export const FRAME = { low: -5, high: 5, top: 10 };

/** The nearest place in the frame. @param {number} x */
export const bounded = x => Math.min(FRAME.high, Math.max(FRAME.low, x));

/** @param {number} x @param {Curve} curve */
export function isInside(x, curve) {
  return x >= FRAME.low && x <= FRAME.high && curve.value(x) <= FRAME.top;
}

/** How strongly a curve bends, from its slope. @param {Curve} curve @param {number} x */
export function curvature(curve, x) {
  const h = 1e-4;
  return (curve.slope(x + h) - curve.slope(x - h)) / (2 * h);
}

/** A bowl: half its bend times the distance squared. @param {number} bottom @param {number} bend @param {number} floor */
function bowl(bottom, bend, floor) {
  return {
    value: (/** @type {number} */ x) => floor + (bend / 2) * (x - bottom) ** 2,
    slope: (/** @type {number} */ x) => bend * (x - bottom),
  };
}

const RIPPLE = { high: 0.6, often: 5, middle: -2.2, wide: 1.5 };
const smooth = bowl(2, 0.36, 0.7);

/** @param {number} x */
function ripple(x) {
  const { high, often, middle, wide } = RIPPLE;
  const envelope = high * Math.exp(-(((x - middle) / wide) ** 2));
  return {
    value: envelope * Math.cos(often * x),
    slope: envelope * (-often * Math.sin(often * x) - ((2 * (x - middle)) / wide ** 2) * Math.cos(often * x)),
  };
}

/** Five wells in a shallow bowl: where, how deep, how wide. */
const WELLS = [
  { at: -3.8, deep: 3.6, wide: 0.62 },
  { at: -1.9, deep: 2.2, wide: 0.5 },
  { at: -0.1, deep: 3.9, wide: 0.6 },
  { at: 1.75, deep: 5.2, wide: 0.5 },
  { at: 3.75, deep: 2.9, wide: 0.7 },
];
const shallow = bowl(0, 0.1, 7.2);

/** How much of a well there is at x. @param {typeof WELLS[number]} well @param {number} x */
function shape({ at, deep, wide }, x) {
  return deep * Math.exp(-(((x - at) / wide) ** 2) / 2);
}

/** @type {Record<string, Curve>} */
export const CURVES = {
  round: {
    name: "round", title: "Round", sentence: "A plain bucket with one bottom.",
    ...bowl(1.2, 0.4, 0.8), alpha: 0.5, start: -3.7, play: 2.5,
  },
  steep: {
    name: "steep", title: "Steep", sentence: "Its sides are so steep that a whole slope is too long a step.",
    ...bowl(-0.4, 2.5, 0.8), alpha: 1, start: -0.9, play: 2,
  },
  ripple: {
    name: "ripple", title: "Ripple", sentence: "Ruts in the side hold a timid ball far above the bottom.",
    value: x => smooth.value(x) + ripple(x).value,
    slope: x => smooth.slope(x) + ripple(x).slope,
    alpha: 0.05, start: -4.3, play: 0.4,
  },
  five: {
    name: "five", title: "Five", sentence: "Five bottoms, and only one of them is the lowest.",
    value: x => shallow.value(x) - WELLS.reduce((sum, well) => sum + shape(well, x), 0),
    slope: x => shallow.slope(x) + WELLS.reduce((sum, well) => sum + (shape(well, x) * (x - well.at)) / well.wide ** 2, 0),
    alpha: 0.03, start: -2.9, play: 0.4,
  },
};

/**
 * The same curve moved sideways, and perhaps seen in a mirror.
 *
 * @param {Curve} curve
 * @param {number} shift
 * @param {boolean} mirrored
 * @returns {Curve}
 */
export function moved(curve, shift, mirrored) {
  const way = mirrored ? -1 : 1;
  return { ...curve, value: x => curve.value(way * (x - shift)), slope: x => way * curve.slope(way * (x - shift)) };
}
