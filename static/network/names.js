// @ts-check
/** What stands beside the circles of the drawing. */

import { svg } from "../dom.js";

/** How much room between two circles it takes to write a name, and to write it small. */
const NAME = 17;
const SMALL_NAME = 9;
/** In a crowded layer every so many units carry their name. */
const NAMED_EVERY = 8;

/** @param {import("./geometry.js").Layout} layout @param {number} layer @param {string[] | null} columns @param {number} last @returns {SVGTextElement[]} */
export function namesOf({ spots, crowded }, layer, columns, last) {
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
