// @ts-check
/**
 * The menu in a panel's head that saves its drawing as a picture. What makes the picture is fetched when somebody asks.
 *
 * @typedef {object} Drawing
 * @property {HTMLElement} box what it stands in
 * @property {{width: number, height: number}} size
 * @property {SVGElement} svg our own drawing, all of it or what lies over Plotly's
 * @property {import("./chart.js").Chart} [chart] of which it lies over Plotly's part
 * @property {string} [about] what it is of, where that is not the present run
 */

import { disclosure } from "../disclosure.js";
import { html, svg } from "../dom.js";

const KINDS = /** @type {const} */ ([
  ["png", "PNG", "pixels, twice as fine as on screen"],
  ["svg", "SVG", "lines, for print and for changing"],
]);
const FAILED = "The picture could not be made just now: try again in a moment.";

/**
 * @param {Element} tools
 * @param {string} what "the error curve"
 * @param {string} file its name without ending
 * @param {import("../lab.js").Lab} lab
 * @param {() => import("./chart.js").Chart | Drawing | null} current what is on screen
 */
export function saveButton(tools, what, file, lab, current) {
  const icon = svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d: "M10 3v9.5M6.2 9 10 12.8 13.8 9M3.5 14.5v2h13v-2" }));
  const button = html("button", {
    type: "button", class: "chart-button", "aria-label": `Save picture of ${what}`, "aria-expanded": "false",
    "data-explain": `Saves ${what} as it is now, with a line beneath that says of which run.`,
  }, icon);
  const items = KINDS.map(([kind, name, about]) => {
    const item = html("button", { type: "button", class: "picture-kind" }, html("b", {}, name), " ", html("span", {}, about));
    item.addEventListener("click", () => save(kind));
    return item;
  });
  const sheet = html("div", { class: "sheet picture-kinds", role: "group", "aria-label": `Picture of ${what}`, hidden: true }, ...items);
  tools.append(html("div", { class: "anchor" }, button, sheet));
  const { toggle } = disclosure(button, sheet);

  /** @param {"png" | "svg"} kind */
  async function save(kind) {
    const now = current();
    if (!now || button.disabled) return;
    toggle();
    button.focus();
    button.disabled = true;
    const drawing = "layers" in now ? { box: now.box, size: now.size, svg: now.layers.svg, chart: now } : now;
    try {
      const { savePicture } = await import("../home/picture.js");
      const remark = await savePicture(kind, drawing, file, lab.state(), lab.url);
      if (remark) lab.say(remark);
    } catch {
      lab.say(FAILED);
    } finally {
      button.disabled = false;
    }
  }
}
