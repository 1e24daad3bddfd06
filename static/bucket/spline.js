// @ts-check
/**
 * A smooth curve near points: the uniform cubic B-spline. Its slope and its bend have no jumps, and it goes up and down
 * no more often than its points do (the variation diminishing property; Schoenberg 1967). Pure.
 */

/**
 * @param {number[]} heights at places that are equally far from each other; at least two
 * @param {number} low the first place
 * @param {number} high the last
 */
export function spline(heights, low, high) {
  const end = heights.length - 1;
  const gap = (high - low) / end;
  // A point more at either side, so that it begins and ends in the first point and the last, and without a bend.
  const points = [2 * heights[0] - heights[1], ...heights, 2 * heights[end] - heights[end - 1]];

  /** The four points that matter, and how far on it is between the middle two. @param {number} x */
  function near(x) {
    const i = Math.min(end - 1, Math.max(0, Math.floor((x - low) / gap)));
    return { t: (x - low) / gap - i, four: points.slice(i, i + 4) };
  }

  /** @param {number} x in the frame */
  function value(x) {
    const { t, four: [a, b, c, d] } = near(x);
    return ((1 - t) ** 3 * a + (3 * t ** 3 - 6 * t ** 2 + 4) * b + (-3 * t ** 3 + 3 * t ** 2 + 3 * t + 1) * c + t ** 3 * d) / 6;
  }

  /** @param {number} x in the frame */
  function slope(x) {
    const { t, four: [a, b, c, d] } = near(x);
    return (-((1 - t) ** 2) * a + (3 * t ** 2 - 4 * t) * b + (-3 * t ** 2 + 2 * t + 1) * c + t ** 2 * d) / (2 * gap);
  }

  const bounded = (/** @type {number} */ x) => Math.min(high, Math.max(low, x));
  return {
    /** Straight on beyond its ends. @param {number} x */
    value: x => value(bounded(x)) + (x - bounded(x)) * slope(bounded(x)),
    /** @param {number} x */
    slope: x => slope(bounded(x)),
  };
}
