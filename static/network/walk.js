// @ts-check
/**
 * Going through the drawing with the arrow keys. Pure.
 *
 * Circles and lines stand in columns, left to right: inputs, the weights behind them, the next layer, and so on. Up and
 * down stay in a column; right leads from a circle to its first line, and from a line to the circle it ends in.
 *
 * @typedef {{kind: "node", layer: number, unit: number}} Node
 * @typedef {{kind: "edge", layer: number, from: number, to: number}} Edge
 * @typedef {Node | Edge} Part
 */

/** @param {number} layer @param {number} unit @returns {Part} */
export const node = (layer, unit) => ({ kind: "node", layer, unit });

/** @param {number} layer @param {number} from @param {number} to @returns {Part} */
export const edge = (layer, from, to) => ({ kind: "edge", layer, from, to });

/** A name for maps. @param {Part} part */
export const keyOf = part => (part.kind === "node" ? `n${part.layer}.${part.unit}` : `e${part.layer}.${part.from}.${part.to}`);

/** The part of that name. @param {string} key @returns {Part} */
export function partOf(key) {
  const [a, b, c] = key.slice(1).split(".").map(Number);
  return key[0] === "n" ? node(a, b) : edge(a, b, c);
}

/** @param {EventTarget | null} target @returns {Part | null} */
export function partAt(target) {
  const key = target instanceof Element ? target.closest("[data-part]")?.getAttribute("data-part") : null;
  return key ? partOf(key) : null;
}

/**
 * Where a key leads, or null when it leads nowhere.
 *
 * @param {Part} part
 * @param {string} key
 * @param {number[]} sizes units by layer
 * @returns {Part | null}
 */
export function walk(part, key, sizes) {
  if (key === "ArrowUp" || key === "ArrowDown") return along(part, key === "ArrowDown" ? 1 : -1, sizes);
  if (key === "ArrowRight") return ahead(part, sizes);
  if (key === "ArrowLeft") return back(part);
  return null;
}

/** @param {Part} part @param {1 | -1} step @param {number[]} sizes @returns {Part | null} */
function along(part, step, sizes) {
  if (part.kind === "node") {
    const unit = part.unit + step;
    return unit >= 0 && unit < sizes[part.layer] ? node(part.layer, unit) : null;
  }
  const after = sizes[part.layer + 1];
  const place = part.from * after + part.to + step;
  if (place < 0 || place >= sizes[part.layer] * after) return null;
  return edge(part.layer, Math.floor(place / after), place % after);
}

/** @param {Part} part @param {number[]} sizes @returns {Part | null} */
function ahead(part, sizes) {
  if (part.kind === "edge") return node(part.layer + 1, part.to);
  return part.layer < sizes.length - 1 ? edge(part.layer, part.unit, 0) : null;
}

/** @param {Part} part @returns {Part | null} */
function back(part) {
  if (part.kind === "edge") return node(part.layer, part.from);
  return part.layer > 0 ? edge(part.layer - 1, 0, part.unit) : null;
}
