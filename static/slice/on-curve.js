// @ts-check
/** A place between the points of a curve. Pure. */

/**
 * Height and slope there, of the cubic through the four points around it; NaN beyond the curve.
 *
 * @param {number[]} places ascending, each as far from the next
 * @param {number[]} heights
 * @param {number} at
 */
export function onCurve(places, heights, at) {
  const [count, step] = [places.length, places[1] - places[0]];
  const far = (at - places[0]) / step;
  if (!(far >= -1e-9 && far <= count - 1 + 1e-9)) return { height: NaN, slope: NaN };
  const first = Math.min(count - 4, Math.max(0, Math.floor(far) - 1));
  const t = far - first;
  let [height, slope] = [0, 0];
  for (let i = 0; i < 4; i++) {
    const others = [0, 1, 2, 3].filter(j => j !== i);
    const [a, b, c] = others.map(j => t - j);
    const share = heights[first + i] / others.reduce((product, j) => product * (i - j), 1);
    height += share * a * b * c;
    slope += share * (a * b + a * c + b * c);
  }
  return { height, slope: slope / step };
}
