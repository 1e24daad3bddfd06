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
 * @property {SVGTextElement | null} label
 * @property {number} drawn what its line shows now, in steps of strength; NaN: nothing yet
 *
 * @typedef {object} NodeMark
 * @property {SVGGElement} group
 * @property {SVGCircleElement} disc
 * @property {SVGTextElement | null} number
 * @property {number} drawn how full it is now, in steps; NaN: nothing yet
 *
 * @typedef {object} Scene
 * @property {SVGSVGElement} root
 * @property {Layout} layout
 * @property {EdgeMark[][][]} edges by synapse, unit before, unit after
 * @property {NodeMark[][]} nodes by layer, unit
 * @property {SVGTextElement[]} targets beside the outputs
 * @property {Map<string, SVGGElement>} parts
 */

import { svg } from "../dom.js";
import { alongCurve, curve, layoutOf } from "./geometry.js";
import { edge, keyOf, node } from "./walk.js";

/** With no more lines than this, every line carries its number. */
const FEW_EDGES = 6;
/** How much room between two circles it takes to write a name, and to write it small. */
const NAME = 17;
const SMALL_NAME = 9;
/** In a crowded layer every so many units carry their name. */
const NAMED_EVERY = 8;

/**
 * @param {number[]} sizes
 * @param {string[]} columns names of the inputs
 * @param {{width: number, height: number}} size
 * @returns {Scene}
 */
export function sceneOf(sizes, columns, { width, height }) {
  const layout = layoutOf(sizes, width, height);
  const few = sizes.slice(1).reduce((sum, size, i) => sum + size * sizes[i], 0) <= FEW_EDGES;
  /** @type {Map<string, SVGGElement>} */
  const parts = new Map();
  const edges = sizes.slice(1).map((after, layer) => Array.from({ length: sizes[layer] }, (_, from) =>
    Array.from({ length: after }, (_, to) => edgeMark(layout, parts, [layer, from, to], few))));
  const nodes = sizes.map((count, layer) =>
    Array.from({ length: count }, (_, unit) => nodeMark(layout, parts, [layer, unit])));
  const names = sizes.flatMap((_, layer) => namesOf(layout, layer, layer === 0 ? columns : null, sizes.length - 1));
  const targets = layout.spots[sizes.length - 1].map(({ x, y, r }) =>
    svg("text", { class: "target", x: x + r + 8, y: y + 4 }));
  const root = svg("svg", {
    class: "network", width, height, role: "group",
    "aria-label": "the network; arrow keys go from unit to unit and over the weights between",
  });
  root.append(
    ...edges.flat(2).map(mark => mark.group), ...edges.flat(2).flatMap(mark => mark.label ?? []),
    ...names, ...nodes.flat().map(mark => mark.group), ...targets,
  );
  nodes[0][0].group.setAttribute("tabindex", "0");
  return { root, layout, edges, nodes, targets, parts };
}

/** @param {Layout} layout @param {Scene["parts"]} parts @param {[number, number, number]} place @param {boolean} labelled @returns {EdgeMark} */
function edgeMark({ spots, thickest }, parts, [layer, from, to], labelled) {
  const [start, end] = [spots[layer][from], spots[layer + 1][to]];
  const path = curve(start, end);
  const line = svg("path", { class: "line", d: path });
  const hit = svg("path", { class: "hit", d: path, "stroke-width": thickest + 4 });
  const group = part(parts, edge(layer, from, to), "edge", line, hit);
  const { x, y } = alongCurve(start, end);
  return { group, line, label: labelled ? svg("text", { class: "weight", x, y: y + 4 }) : null, drawn: NaN };
}

/** @param {Layout} layout @param {Scene["parts"]} parts @param {[number, number]} place @returns {NodeMark} */
function nodeMark({ spots, crowded }, parts, [layer, unit]) {
  const { x, y, r } = spots[layer][unit];
  const at = { cx: x, cy: y, r };
  const disc = svg("circle", { class: "disc", ...at });
  const ring = svg("circle", { class: "ring", ...at });
  const number = crowded[layer] ? null : svg("text", { class: "number", x, y: y + 4 });
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

/** @param {Layout} layout @param {number} layer @param {string[] | null} columns @param {number} last @returns {SVGTextElement[]} */
function namesOf({ spots, crowded }, layer, columns, last) {
  const all = spots[layer];
  if (crowded[layer]) return crowdNames(all, layer);
  const between = all.length > 1 ? all[1].y - all[0].y - 2 * all[0].r : Infinity;
  if (!columns && between < SMALL_NAME) return [];
  const size = between < NAME ? "name small" : "name";
  return all.map(({ x, y, r }, i) => {
    const place = columns ? { class: "name aside", x: x - r - 8, y: y + 4 } : { class: size, x, y: y - r - (between < NAME ? 2 : 6) };
    return svg("text", place, nameOf(layer, i, columns, last, all.length));
  });
}

/** Some names at the side, and how many units there are. @param {import("./geometry.js").Spot[]} all @param {number} layer */
function crowdNames(all, layer) {
  const middle = all.reduce((sum, { x }) => sum + x, 0) / all.length;
  const caption = svg("text", { class: "name", x: middle, y: all[0].y - all[0].r - 10 }, `l${layer}: ${all.length} units`);
  const some = all.flatMap(({ x, y, r }, i) => (i % NAMED_EVERY === 0 && all.length > NAMED_EVERY
    ? svg("text", { class: "name small aside", x: x - r - 4, y: y + 3 }, String(i)) : []));
  return [caption, ...some];
}

/** @param {number} layer @param {number} unit @param {string[] | null} columns @param {number} last @param {number} count */
export function nameOf(layer, unit, columns, last, count) {
  if (columns) return columns[unit] ?? `x${unit + 1}`;
  return layer === last && count === 1 ? `l${layer}` : `l${layer}[${unit}]`;
}
