// @ts-check
/** A panel's drawing as a file. */

import { download } from "../download.js";
import { looksOf } from "../runs/palette.js";
import { shownRuns } from "../runs/shown.js";
import { standingAlone } from "./alone.js";
import { exampleOf, experimentOf, settingsOf } from "./caption.js";
import { figure } from "./figure.js";
import { inLight } from "./light.js";
import { pixels } from "./pixels.js";
import { coloursAt, plottedPart } from "./plotted.js";

const PIXELS = "The landscape in this SVG is made of pixels, as 3-D is drawn; all over it is lines.";

/**
 * @param {"png" | "svg"} kind
 * @param {import("../charts/picture.js").Drawing} drawing
 * @param {string} file name without ending
 * @param {import("../lab.js").State} state
 * @param {(name: string) => string} url of a file of the page
 * @returns {Promise<string>} what is to be known of it; empty: nothing
 */
export async function savePicture(kind, drawing, file, state, url) {
  const whole = await pictureOf(drawing, file, state);
  const name = ["eleven-lines", ...(drawing.about ? [] : [state.run?.experiment ?? "run"]), file].join("-");
  const blob = kind === "png"
    ? await pixels(whole, url)
    : new Blob([`${new XMLSerializer().serializeToString(whole)}\n`], { type: "image/svg+xml" });
  const address = URL.createObjectURL(blob);
  download(address, `${name}.${kind}`);
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  return kind === "svg" && whole.querySelector("image") ? PIXELS : "";
}

/** @param {import("../charts/picture.js").Drawing} drawing @param {string} file @param {import("../lab.js").State} state */
async function pictureOf({ box, size, svg, chart, about }, file, state) {
  const { width, height } = size;
  const onScreen = coloursAt(box);
  // At once, all of the same moment: the run may go on while Plotly draws.
  const { own, light, words } = inLight(() => ({
    own: standingAlone(svg),
    light: coloursAt(box),
    words: {
      title: [headingOf(box), about ? "" : experimentOf(state)].filter(Boolean).join(" · "),
      settings: about ? [about] : [...(file === "network" ? [exampleOf(state)] : []), ...settingsOf(state)],
      legend: file === "error-curve" ? legendOf(state, box) : [],
      note: file === "error-surface" ? "" : noteOf(box), // a map's says how to use it
      ...inks(box),
    },
  }));
  const plotted = chart ? await plottedPart(chart, onScreen, light) : null;
  return figure({ width, height }, plotted ? [plotted, own] : [own], words);
}

/** @param {HTMLElement} box */
function headingOf(box) {
  return box.closest("section")?.querySelector("header :is(h2, h3)")?.textContent ?? "";
}

/** @param {HTMLElement} box */
function noteOf(box) {
  return box.closest("section")?.querySelector(".chart-note, .network-caption")?.textContent ?? "";
}

/** @param {HTMLElement} box */
function inks(box) {
  const style = getComputedStyle(box);
  const [ink, dim, card] = ["--ink", "--dim", "--card"].map(name => style.getPropertyValue(name).trim());
  return { ink, dim, card };
}

/** The runs beside the present one. @param {import("../lab.js").State} state @param {HTMLElement} box */
function legendOf(state, box) {
  const style = getComputedStyle(box);
  const others = shownRuns(state);
  if (!others.length) return [];
  const present = { name: "this run", colour: style.getPropertyValue("--err").trim(), dasharray: "" };
  return [present, ...others.map(({ title, label, colour }) => {
    const { token, dasharray } = looksOf(colour);
    return { name: `${title}: ${label}`, colour: style.getPropertyValue(token).trim(), dasharray };
  })];
}
