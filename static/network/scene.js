// @ts-check
/**
 * The elements of the drawing: made once for a shape and a size, only changed afterwards.
 *
 * @typedef {import("./walk.js").Part} Part
 * @typedef {import("./geometry.js").Layout} Layout
 *
 * @typedef {object} EdgeMark
 * @property {SVGGElement} group
 * @property {SVGPathElement} line
 * @property {SVGTextElement | null} label where there is room for a number
 * @property {number} drawn what its line shows now, in steps of strength; NaN: nothing yet
 *
 * @typedef {object} NodeMark
 * @property {SVGGElement} group
 * @property {SVGCircleElement} disc
 * @property {SVGTextElement | null} number
 * @property {number} drawn what its disc shows now, see paint.js; NaN: nothing yet
 *
 * @typedef {object} Scene
 * @property {SVGSVGElement} root
 * @property {Layout} layout
 * @property {EdgeMark[][][]} edges by synapse, unit before, unit after
 * @property {NodeMark[][]} nodes by layer, unit
 * @property {SVGTextElement[]} targets beside the outputs
 * @property {SVGTextElement[]} off their errors, under that
 * @property {SVGGElement} stream what goes along the lines
 * @property {SVGGElement} hands what weights are held by
 * @property {boolean} few every line carries its number
 * @property {boolean} many there are too many lines for any numbers
 * @property {Map<string, SVGGElement>} parts
 */

import { svg } from "../dom.js";
import { curve, labelShare, layoutOf, onCurve } from "./geometry.js";
import { namesOf } from "./names.js";
import { edge, keyOf, node } from "./walk.js";

/** With no more lines than this every line carries its number, and with no more than that there is room for some. */
const FEW_EDGES = 6;
const SOME_EDGES = 20;
/** In smaller circles than this numbers are written small. */
const ROOMY = 18;

/**
 * @param {number[]} sizes
 * @param {string[]} columns names of the inputs
 * @param {{width: number, height: number}} size
 * @returns {Scene}
 */
export function sceneOf(sizes, columns, { width, height }) {
  const layout = layoutOf(sizes, width, height);
  const count = sizes.slice(1).reduce((sum, size, i) => sum + size * sizes[i], 0);
  /** @type {Map<string, SVGGElement>} */
  const parts = new Map();
  const edges = sizes.slice(1).map((after, layer) => {
    const share = count <= SOME_EDGES ? labelShare(layout.spots[layer], layout.spots[layer + 1]) : null;
    return Array.from({ length: sizes[layer] }, (_, from) =>
      Array.from({ length: after }, (_, to) => edgeMark(layout, parts, [layer, from, to], share)));
  });
  const nodes = sizes.map((count, layer) =>
    Array.from({ length: count }, (_, unit) => nodeMark(layout, parts, [layer, unit])));
  const names = sizes.flatMap((_, layer) => namesOf(layout, layer, layer === 0 ? columns : null, sizes.length - 1));
  const beside = (/** @type {string} */ kind, /** @type {number} */ down) => layout.spots[sizes.length - 1].map(({ x, y, r }) =>
    svg("text", { class: kind, x: x + r + 8, y: y + down }));
  const [targets, off, stream, hands] = [beside("target", 4), beside("off", 20), svg("g"), svg("g")];
  const root = svg("svg", {
    class: "network", width, height, role: "group",
    "aria-label": "the network; arrow keys go from unit to unit and over the weights between; on a weight, Enter edits it, + and − move it",
  });
  const labels = edges.flat(2).flatMap(mark => mark.label ?? []);
  root.append(
    heads(headOf(layout)), ...edges.flat(2).map(mark => mark.group), stream, ...labels,
    ...names, ...nodes.flat().map(mark => mark.group), ...targets, ...off, hands,
  );
  nodes[0][0].group.setAttribute("tabindex", "0");
  return { root, layout, edges, nodes, targets, off, stream, hands, parts, few: count <= FEW_EDGES, many: labels.length < count };
}

/** Length of an arrow head in pixels. @param {Layout} layout */
export function headOf({ crowded }) {
  return crowded.some(Boolean) ? 6 : 12;
}

/** Arrow heads for what goes along the lines. @param {number} size */
function heads(size) {
  const head = { viewBox: "0 0 6 6", refX: 0.5, refY: 3, markerWidth: size, markerHeight: size, markerUnits: "userSpaceOnUse", orient: "auto" };
  return svg("defs", {}, ...["forward", "back"].map(way =>
    svg("marker", { id: `network-${way}`, ...head }, svg("path", { class: `head ${way}`, d: "M0 0L6 3L0 6Z" }))));
}

/** @param {Layout} layout @param {Scene["parts"]} parts @param {[number, number, number]} place @param {number | null} share @returns {EdgeMark} */
function edgeMark({ spots, thickest }, parts, [layer, from, to], share) {
  const [start, end] = [spots[layer][from], spots[layer + 1][to]];
  const path = curve(start, end);
  const line = svg("path", { class: "line", d: path });
  const hit = svg("path", { class: "hit", d: path, "stroke-width": thickest + 4 });
  const group = part(parts, edge(layer, from, to), "edge", line, hit);
  if (share === null) return { group, line, label: null, drawn: NaN };
  const { x, y } = onCurve(start, end, share);
  return { group, line, label: svg("text", { class: "weight", x, y: y + 4 }), drawn: NaN };
}

/** @param {Layout} layout @param {Scene["parts"]} parts @param {[number, number]} place @returns {NodeMark} */
function nodeMark({ spots, crowded }, parts, [layer, unit]) {
  const { x, y, r } = spots[layer][unit];
  const at = { cx: x, cy: y, r };
  const disc = svg("circle", { class: "disc", ...at });
  const ring = svg("circle", { class: "ring", ...at });
  const number = crowded[layer] ? null : svg("text", { class: r < ROOMY ? "number tight" : "number", x, y: y + 4 });
  const group = part(parts, node(layer, unit), "node", svg("circle", { class: "back", ...at }), disc, ring);
  if (number) group.append(number);
  return { group, disc, number, drawn: NaN };
}

/** @param {Scene["parts"]} parts @param {Part} which @param {string} kind @param {...SVGElement} children */
function part(parts, which, kind, ...children) {
  const key = keyOf(which);
  const group = svg("g", { class: kind, tabindex: -1, role: "img", "data-part": key, "aria-label": key }, ...children);
  parts.set(key, group);
  return group;
}
