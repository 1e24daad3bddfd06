// @ts-check
/**
 * A picture that says by itself what it shows: a title, the drawing, what its lines are, and the settings of the run.
 *
 * @typedef {{name: string, colour: string, dasharray: string}} Entry a line of the legend
 */

import { svg } from "../dom.js";
import { FONTS } from "./alone.js";
import { linesOf, wrapped } from "./caption.js";

const PAD = 16;
const TITLE = 30;
const LINE = 16;
const SWATCH = 22;
const SMALL = { "font-family": FONTS.sans, "font-size": 11 };

/**
 * @param {{width: number, height: number}} size of the drawing
 * @param {Element[]} parts the one over the other
 * @param {{title: string, settings: string[], legend: Entry[], note: string, ink: string, dim: string, card: string}} words
 * @returns {SVGSVGElement}
 */
export function figure(size, parts, { title, settings, legend, note, ink, dim, card }) {
  const measure = measuring();
  const below = [...wrapped(note, size.width, measure), ...linesOf(settings, size.width, measure)];
  const rows = placed(legend, size.width, measure);
  const foot = (rows.at(-1)?.row ?? -1) + 1 + below.length;
  const [width, height] = [size.width + 2 * PAD, TITLE + size.height + 10 + foot * LINE + PAD];
  const top = TITLE + size.height + 10;
  for (const part of parts) {
    for (const [name, value] of Object.entries({ x: PAD, y: TITLE, width: size.width, height: size.height })) part.setAttribute(name, String(value));
    part.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
    part.setAttribute("overflow", "visible");
  }
  const line = (/** @type {number} */ row) => top + (row + 1) * LINE - 4;
  const entries = rows.map(({ entry, x, row }) => svg("g", {},
    svg("path", { d: `M${PAD + x} ${line(row) - 4}h${SWATCH - 6}`, fill: "none", stroke: entry.colour, "stroke-width": 1.5, "stroke-dasharray": entry.dasharray || null }),
    svg("text", { x: PAD + x + SWATCH, y: line(row), fill: dim, ...SMALL }, entry.name)));
  const first = foot - below.length;
  return svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` },
    svg("title", {}, title), svg("desc", {}, settings.join(" · ")),
    svg("rect", { width, height, fill: card }),
    svg("text", { x: PAD, y: 20, fill: ink, "font-family": FONTS.sans, "font-size": 13, "font-weight": 650 }, title),
    ...parts, ...entries,
    ...below.map((text, i) => svg("text", { x: PAD, y: line(first + i), fill: dim, ...SMALL }, text)));
}

/** Where the entries of a legend stand, row by row. @param {Entry[]} legend @param {number} room @param {(text: string) => number} measure */
function placed(legend, room, measure) {
  let [x, row] = [0, 0];
  return legend.map(entry => {
    const width = SWATCH + measure(entry.name) + 14;
    if (x && x + width > room) [x, row] = [0, row + 1];
    const place = { entry, x, row };
    x += width;
    return place;
  });
}

/** How wide a small text is. @returns {(text: string) => number} */
function measuring() {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return text => text.length * 6;
  context.font = `${SMALL["font-size"]}px ${SMALL["font-family"]}`;
  return text => context.measureText(text).width;
}
