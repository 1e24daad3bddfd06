// @ts-check
/**
 * How Plotly's camera sees a scene: where a point of it stands on screen, so that our own drawing can lie over it. Pure.
 *
 * @typedef {[number, number, number]} Triple
 * @typedef {{x: number, y: number, z: number}} Vector
 * @typedef {{eye: Vector, center: Vector, up?: Vector}} Camera in lengths of the axes, from the middle of the scene
 * @typedef {{from: Triple, right: Triple, above: Triple, back: Triple}} View where the eye is, and its three directions
 *
 * @typedef {object} Box
 * @property {[number, number][]} ranges of the three axes
 * @property {Triple} lengths of the three axes
 */

/** From top to bottom, as Plotly has it. */
const FIELD_OF_VIEW = Math.PI / 4;
const UPWARDS = { x: 0, y: 0, z: 1 };

/** What a camera sees. @param {Camera} camera @returns {View} */
export function viewOf({ eye, center, up = UPWARDS }) {
  const from = triple(eye);
  const back = unit(minus(from, triple(center)));
  const right = unit(cross(triple(up), back));
  return { from, right, above: cross(back, right), back };
}

/** The same from the matrix with which a scene was drawn. @param {ArrayLike<number>} m by columns @returns {View} */
export function viewFrom(m) {
  const from = [0, 1, 2].map(i => -(m[4 * i] * m[12] + m[4 * i + 1] * m[13] + m[4 * i + 2] * m[14]));
  return {
    from: [from[0], from[1], from[2]],
    right: [m[0], m[4], m[8]],
    above: [m[1], m[5], m[9]],
    back: [m[2], m[6], m[10]],
  };
}

/** @param {View} view @param {Box} box @param {{width: number, height: number}} size in pixels */
export function perspective({ from, right, above, back }, { ranges, lengths }, { width, height }) {
  const focus = height / 2 / Math.tan(FIELD_OF_VIEW / 2);

  /** @param {number} value @param {number} axis */
  const within = (value, axis) => {
    const [low, high] = ranges[axis];
    return ((value - low) / (high - low) - 0.5) * lengths[axis];
  };

  return {
    /**
     * The pixel of a point, and how many pixels the length of an axis has there.
     *
     * @param {number} x @param {number} y @param {number} z
     * @returns {Triple}
     */
    place(x, y, z) {
      const seen = minus([within(x, 0), within(y, 1), within(z, 2)], from);
      const scale = focus / -dot(seen, back);
      return [width / 2 + scale * dot(seen, right), height / 2 - scale * dot(seen, above), scale];
    },
    /** Where the eye is, as a point of the scene. @type {Triple} */
    eye: /** @type {Triple} */ (from.map((value, axis) => {
      const [low, high] = ranges[axis];
      return low + (value / lengths[axis] + 0.5) * (high - low);
    })),
  };
}

/** @param {Vector} vector @returns {Triple} */
function triple({ x, y, z }) {
  return [x, y, z];
}

/** @param {Triple} a @param {Triple} b @returns {Triple} */
function minus(a, b) {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

/** @param {Triple} a @param {Triple} b */
function dot(a, b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** @param {Triple} a @param {Triple} b @returns {Triple} */
function cross(a, b) {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** @param {Triple} a @returns {Triple} */
function unit(a) {
  const length = Math.hypot(...a);
  return [a[0] / length, a[1] / length, a[2] / length];
}
