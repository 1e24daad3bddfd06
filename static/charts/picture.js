// @ts-check
/** A chart as a PNG file: Plotly's part and our own over it, as on screen and three times as fine. */

import { download } from "../download.js";
import { button } from "./choice.js";

const FINENESS = 3;
const STYLES = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "stroke-linecap",
  "opacity", "paint-order", "font-family", "font-size", "font-weight", "text-anchor",
];

/**
 * Put the button that saves a chart into a panel's head.
 *
 * @param {Element} tools
 * @param {string} what "the error curve"
 * @param {string} file its name without ending
 * @param {() => import("./chart.js").Chart} current the chart on screen
 */
export function saveButton(tools, what, file, current) {
  const element = button(tools, "PNG", `Saves a picture of ${what} as it is now.`, async () => {
    element.disabled = true;
    try {
      download(await picture(current()), `${file}.png`);
    } finally {
      element.disabled = false;
    }
  });
  element.setAttribute("aria-label", `Save ${what} as PNG`);
}

/** @param {import("./chart.js").Chart} chart */
async function picture({ plot, plotly, size, layers, box, drawn }) {
  const canvas = document.createElement("canvas");
  canvas.width = size.width * FINENESS;
  canvas.height = size.height * FINENESS;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.fillStyle = getComputedStyle(box).getPropertyValue("--card") || "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  const options = { format: "png", ...size, scale: FINENESS };
  const parts = [drawn() ? await plotly()?.toImage(plot, options) : null, overlayAddress(layers.svg, size)];
  for (const address of parts) {
    if (address) context.drawImage(await image(address), 0, 0, canvas.width, canvas.height);
  }
  return canvas.toDataURL("image/png");
}

/**
 * The overlay as an image of its own, which no style sheet reaches.
 *
 * @param {SVGElement} svg
 * @param {{width: number, height: number}} size
 */
function overlayAddress(svg, { width, height }) {
  const copy = /** @type {SVGElement} */ (svg.cloneNode(true));
  const copies = copy.querySelectorAll("*");
  svg.querySelectorAll("*").forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of STYLES) copies[i].setAttribute(name, style.getPropertyValue(name));
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width * FINENESS));
  copy.setAttribute("height", String(height * FINENESS));
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  return `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
}

/** @param {string} address */
function image(address) {
  const element = new Image();
  element.src = address;
  return element.decode().then(() => element);
}
