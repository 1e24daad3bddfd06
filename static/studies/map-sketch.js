// @ts-check
/** What the empty panels show in the place of their figures: a map, bars and a histogram as they could be, without numbers. */

import { svg } from "../dom.js";

/** How full each cell is, row by row. */
const CELLS = [[9, 9, 8, 8, 9], [9, 6, 3, 5, 8], [9, 4, 2, 1, 7], [8, 4, 2, 1, 9]];
const BARS = [4, 26, 88, 99, 100, 100, 100];
const COLUMNS = [3, 9, 26, 60, 92, 100, 78, 46, 24, 12, 6, 3, 2, 0, 0, 1, 0, 0, 2, 3, 1];
/** The column of one's own. */
const OWN = 3;

export function mapSketch() {
  const cells = CELLS.flatMap((row, i) => row.map((full, j) => svg("rect", {
    x: j * 61, y: i * 31, width: 57, height: 27, rx: 4, class: "sketch-error", opacity: full / 10,
  })));
  return sketch(...cells);
}

export function barsSketch() {
  return sketch(...BARS.map((share, i) => svg("rect", { x: i * 43 + 4, y: 120 - share * 1.15, width: 36, height: share * 1.15, rx: 3, class: "sketch-ok" })));
}

export function columnsSketch() {
  const columns = COLUMNS.map((count, i) => svg("rect", { x: i * 14.4 + 1, y: 120 - count, width: 12, height: count, rx: 2, class: "sketch-act" }));
  return sketch(...columns, svg("path", { d: `M${OWN * 14.4 + 7} 6V120`, class: "sketch-own" }));
}

/** @param {...SVGElement} parts */
function sketch(...parts) {
  return svg("svg", { viewBox: "0 0 302 122", "aria-hidden": "true", class: "study-sketch" }, ...parts);
}
