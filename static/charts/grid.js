// @ts-check
/**
 * Numbers as Plotly's JSON packs them, and heights between the points of a grid. Pure.
 *
 * @typedef {{bdata: string, dtype: string, shape?: string}} Packed
 * @typedef {{x: ArrayLike<number>, y: ArrayLike<number>, z: ArrayLike<number>}} Grid row by row from the lowest y
 */

/** @type {Record<string, {from: (bytes: ArrayBuffer) => ArrayLike<number>}>} */
const KINDS = {
  f4: { from: bytes => new Float32Array(bytes) },
  f8: { from: bytes => new Float64Array(bytes) },
};

/** @param {Packed | number[]} packed @returns {ArrayLike<number>} */
export function unpack(packed) {
  if (Array.isArray(packed)) return packed;
  const kind = KINDS[packed.dtype];
  if (!kind) throw new Error(`numbers of the kind ${packed.dtype} are not known here`);
  return kind.from(Uint8Array.from(atob(packed.bdata), character => character.charCodeAt(0)).buffer);
}

/**
 * Whether a landscape stands between a point over it and an eye.
 *
 * @param {Grid} grid evenly spaced
 * @param {number[]} point
 * @param {number[]} eye
 */
export function isHidden(grid, [px, py, pz], [ex, ey, ez]) {
  const step = (grid.x[1] - grid.x[0]) / 2;
  const steps = Math.ceil(Math.max(Math.abs(ex - px), Math.abs(ey - py)) / step);
  // Not from the point itself on, whose own cell is flat here and two triangles where it is drawn.
  for (let i = 2; i <= steps; i++) {
    const share = i / steps;
    const height = heightAt(grid, px + (ex - px) * share, py + (ey - py) * share);
    if (Number.isNaN(height)) return false;
    if (height > pz + (ez - pz) * share) return true;
  }
  return false;
}

/**
 * The height at a point, straight between the four grid points around it; NaN outside.
 *
 * @param {Grid} grid evenly spaced
 * @param {number} px
 * @param {number} py
 */
export function heightAt({ x, y, z }, px, py) {
  const [columns, rows] = [x.length, y.length];
  const across = ((px - x[0]) / (x[columns - 1] - x[0])) * (columns - 1);
  const up = ((py - y[0]) / (y[rows - 1] - y[0])) * (rows - 1);
  if (!(across >= 0 && across <= columns - 1 && up >= 0 && up <= rows - 1)) return NaN;
  const [j, i] = [Math.min(Math.floor(across), columns - 2), Math.min(Math.floor(up), rows - 2)];
  const [dx, dy] = [across - j, up - i];
  const at = i * columns + j;
  return (z[at] * (1 - dx) + z[at + 1] * dx) * (1 - dy) + (z[at + columns] * (1 - dx) + z[at + columns + 1] * dx) * dy;
}
