// @ts-check
/** A small picture of a run: its network in dots, and its error over the iterations, both on logarithmic axes. */

import { svg } from "../dom.js";

const WIDTH = 168;
const HEIGHT = 76;
const NET = { left: 14, right: 56, top: 12, bottom: 64 };
const CURVE = { left: 72, right: 160, top: 10, bottom: 66 };
/** The height of the curve that stands for an error of 1. */
const LEVELS = 99;
/** A layer shows no more dots than this. */
const MOST_DOTS = 6;

/**
 * The curve as strokes of points; it is broken where the error was not a number.
 *
 * @param {(number | null)[]} curve
 * @returns {[x: number, y: number][][]}
 */
export function strokes(curve) {
  /** @type {[number, number][][]} */
  const found = [[]];
  curve.forEach((level, i) => {
    if (level === null) found.push([]);
    else found.at(-1)?.push([across(i / Math.max(1, curve.length - 1)), up(level)]);
  });
  return found.filter(stroke => stroke.length > 0);
}

/** @param {number} share */
const across = share => CURVE.left + share * (CURVE.right - CURVE.left);
/** @param {number} level */
const up = level => CURVE.bottom - (level / LEVELS) * (CURVE.bottom - CURVE.top);

/**
 * Where the dots of each layer stand.
 *
 * @param {number[]} sizes
 * @returns {[x: number, y: number][][]}
 */
export function dots(sizes) {
  return sizes.map((size, layer) => {
    const count = Math.min(size, MOST_DOTS);
    const x = NET.left + (layer / Math.max(1, sizes.length - 1)) * (NET.right - NET.left);
    const pitch = Math.min(14, (NET.bottom - NET.top) / Math.max(1, count - 1));
    const middle = (NET.top + NET.bottom) / 2;
    return Array.from({ length: count }, (_, i) => /** @type {[number, number]} */ ([x, middle + (i - (count - 1) / 2) * pitch]));
  });
}

/** @param {{sizes: number[], curve: (number | null)[]}} run */
export function picture({ sizes, curve }) {
  const layers = dots(sizes);
  const drawing = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true", class: "small-picture" });
  drawing.append(svg("path", { class: "wires", d: wires(layers) }));
  for (const [x, y] of layers.flat()) drawing.append(svg("circle", { class: "unit", cx: round(x), cy: round(y), r: 2.6 }));
  drawing.append(svg("path", { class: "floor", d: `M${CURVE.left} ${CURVE.bottom + 0.5}H${CURVE.right}` }));
  for (const stroke of strokes(curve)) {
    const line = stroke.map(([x, y]) => `${round(x)} ${round(y)}`).join("L");
    const [from] = stroke[0];
    const [to, height] = stroke[stroke.length - 1];
    drawing.append(
      svg("path", { class: "area", d: `M${round(from)} ${CURVE.bottom}L${line}L${round(to)} ${CURVE.bottom}Z` }),
      svg("path", { class: "error", d: `M${line}` }),
      svg("circle", { class: "end", cx: round(to), cy: round(height), r: 2.4 }),
    );
  }
  return drawing;
}

/** @param {[number, number][][]} layers */
function wires(layers) {
  return layers.slice(1).flatMap((layer, i) => layer.flatMap(([x, y]) => {
    return layers[i].map(([fromX, fromY]) => `M${round(fromX)} ${round(fromY)}L${round(x)} ${round(y)}`);
  })).join("");
}

/** @param {number} value */
const round = value => Math.round(value * 10) / 10;
