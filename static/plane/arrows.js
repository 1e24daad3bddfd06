// @ts-check
/** Which way downhill is, on a grid. An arrow's length is the fourth root of the slope: else most would be dots. Pure. */

/** @typedef {import("./field.js").Pair} Pair */

const ACROSS = 11;

/**
 * @param {import("./field.js").Field} field
 * @param {Pair} range of both weights
 * @returns {{at: Pair, way: Pair}[]} `way`: as it is drawn, at most one space of the grid long
 */
export function arrowsOf(field, [low, high]) {
  const space = (high - low) / ACROSS;
  const places = Array.from({ length: ACROSS }, (_, i) => low + space * (i + 0.5));
  const all = places.flatMap(y => places.map(x => {
    const [a, b] = field.derivative([x, y]);
    return { at: /** @type {Pair} */ ([x, y]), down: [0 - a, 0 - b], steep: Math.hypot(a, b) };
  }));
  const steepest = Math.max(...all.map(({ steep }) => (Number.isFinite(steep) ? steep : 0)));
  return all.map(({ at, down, steep }) => {
    const long = steep > 0 && steepest > 0 ? (0.9 * space * (steep / steepest) ** 0.25) / steep : 0;
    return { at, way: /** @type {Pair} */ (long ? [down[0] * long, down[1] * long] : [0, 0]) };
  });
}

/**
 * All arrows as one path.
 *
 * @param {{at: Pair, way: Pair}[]} arrows
 * @param {(w: number) => number} x
 * @param {(w: number) => number} y
 */
export function pathOf(arrows, x, y) {
  return arrows.map(({ at: [w0, w1], way: [a, b] }) => {
    const [fx, fy, tx, ty] = [x(w0 - a / 2), y(w1 - b / 2), x(w0 + a / 2), y(w1 + b / 2)];
    const long = Math.hypot(tx - fx, ty - fy);
    if (!(long > 1)) return "";
    const head = Math.min(5, long / 2);
    const [ux, uy] = [((tx - fx) / long) * head, ((ty - fy) / long) * head];
    const wing = (/** @type {number} */ side) => `${(tx - ux - side * uy * 0.6).toFixed(1)} ${(ty - uy + side * ux * 0.6).toFixed(1)}`;
    return `M${fx.toFixed(1)} ${fy.toFixed(1)}L${tx.toFixed(1)} ${ty.toFixed(1)}M${wing(1)}L${tx.toFixed(1)} ${ty.toFixed(1)}L${wing(-1)}`;
  }).join("");
}
