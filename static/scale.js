// @ts-check
/**
 * Where a value stands on its slider, and back. Pure.
 *
 * A logarithmic slider has 100 positions to a power of ten. What it gives is rounded to two figures, because nobody
 * means 1.9952623; a value typed by hand may lie beyond either end, and then the thumb rests at that end.
 *
 * @typedef {object} Scale
 * @property {number} last the slider's last position; the first is 0
 * @property {(value: any) => number} toPosition
 * @property {(position: number) => any} toValue
 * @property {(position: number) => number} snap where a thumb that is let go near a mark comes to rest
 * @property {(value: any, direction: 1 | -1, far: boolean) => any} next where an arrow key (or a page key) leads
 */

export const ALPHAS = [0.001, 0.01, 0.1, 1, 10, 100, 1000];
const PER_DECADE = 100;
const SNAP = 6;
/** Where the arrow keys lead, in every power of ten. */
export const STEPS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
const COARSE_STEPS = [1, 2, 5];

/** @param {number} value @param {number} low @param {number} high */
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

/** @param {number} value @param {number} [figures] */
const rounded = (value, figures = 2) => Number(value.toPrecision(figures));

/**
 * The next of a series that repeats in every power of ten.
 *
 * @param {number} value
 * @param {1 | -1} direction
 * @param {readonly number[]} series ascending, from 1 up to 10
 */
export function nextInSeries(value, direction, series) {
  const decade = Math.floor(Math.log10(value) + 1e-9);
  const around = [decade - 1, decade, decade + 1].flatMap(power => series.map(step => rounded(step * 10 ** power)));
  const beyond = around.filter(step => (direction > 0 ? step > value * 1.000001 : step < value / 1.000001));
  return direction > 0 ? Math.min(...beyond) : Math.max(...beyond);
}

/**
 * @param {number} low
 * @param {number} high
 * @param {readonly number[]} [series]
 * @returns {Scale}
 */
export function logarithmic(low, high, series = STEPS) {
  const last = Math.round(Math.log10(high / low) * PER_DECADE);
  return {
    last,
    toPosition: value => clamp(Math.round(Math.log10(value / low) * PER_DECADE), 0, last),
    toValue: position => rounded(low * 10 ** (clamp(position, 0, last) / PER_DECADE)),
    snap: position => {
      const mark = Math.round(position / PER_DECADE) * PER_DECADE;
      return Math.abs(position - mark) <= SNAP ? mark : position;
    },
    next: (value, direction, far) => {
      const wanted = far ? value * 10 ** direction : nextInSeries(value, direction, series);
      return clamp(rounded(wanted), low, high);
    },
  };
}

/** alpha: 0.001 to 1000. @type {Scale} */
export const alphaScale = logarithmic(ALPHAS[0], ALPHAS[ALPHAS.length - 1]);

const paced = logarithmic(1, 1_000_000, COARSE_STEPS);
/** How much room at the right end stands for full speed. */
const UNLIMITED = 70;

/** speed: 1 to a million iterations a second, and null behind that. @type {Scale} */
export const speedScale = {
  last: paced.last + UNLIMITED,
  toPosition: speed => (speed === null ? paced.last + UNLIMITED : paced.toPosition(speed)),
  toValue: position => (position > paced.last + UNLIMITED / 2 ? null : paced.toValue(position)),
  snap: position => (position > paced.last + UNLIMITED / 2 ? paced.last + UNLIMITED : paced.snap(position)),
  next: (speed, direction, far) => {
    if (speed === null) return direction > 0 ? null : 1_000_000;
    return speed >= 1_000_000 && direction > 0 ? null : paced.next(speed, direction, far);
  },
};

/** Units of a hidden layer: 1, 2, 3 and so on. @param {number} most @returns {Scale} */
export function countScale(most) {
  return {
    last: most - 1,
    toPosition: count => clamp(count, 1, most) - 1,
    toValue: position => clamp(Math.round(position), 0, most - 1) + 1,
    snap: position => position,
    next: (count, direction, far) => clamp(count + direction * (far ? 8 : 1), 1, most),
  };
}
