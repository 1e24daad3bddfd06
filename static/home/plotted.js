// @ts-check
/** Plotly's part of a chart as SVG, in other colours than the page may have on. */

import { theme } from "../plot.js";
import { COLOURS } from "../runs/palette.js";

/** @param {HTMLElement} box @returns {string[]} every colour that a figure can have, in a fixed order */
export function coloursAt(box) {
  const style = getComputedStyle(box);
  const runs = Array.from({ length: COLOURS }, (_, i) => style.getPropertyValue(`--run-${i}`).trim());
  return [...Object.values(theme(box)), ...runs];
}

/**
 * @param {import("../charts/chart.js").Chart} chart
 * @param {string[]} shown colours as they are on screen
 * @param {string[]} wanted
 * @returns {Promise<Element | null>} null: Plotly has drawn nothing yet
 */
export async function plottedPart({ plot, plotly, size, drawn }, shown, wanted) {
  const maker = plotly();
  if (!maker || !drawn()) return null;
  const { data, layout } = /** @type {any} */ (plot);
  const other = new Map(shown.map((colour, i) => [colour.toLowerCase(), wanted[i]]));
  const figure = { data: recoloured(data, other), layout: recoloured(layout, other), config: { staticPlot: true } };
  const options = { format: "svg", width: size.width, height: size.height, imageDataOnly: true };
  const text = await maker.toImage(/** @type {any} */ (figure), options);
  return new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
}

/** @param {any} value @param {Map<string, string>} other @returns {any} */
function recoloured(value, other) {
  if (typeof value === "string") return other.get(value.toLowerCase()) ?? value;
  if (Array.isArray(value)) return value.map(item => (typeof item === "number" ? item : recoloured(item, other)));
  if (value === null || typeof value !== "object" || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, recoloured(item, other)]));
}
