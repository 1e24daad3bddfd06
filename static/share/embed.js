// @ts-check
/** The lines that put this run into another page. */

import { copyText } from "../clipboard.js";
import { html, say } from "../dom.js";
import { MOST, PANELS } from "../embedding.js";
import { embedCode, suggestedHeight } from "./words.js";

const CLOSED = "No page may frame this lab as it is set. Whoever runs it can allow that by ELEVEN_LINES_EMBED_ORIGINS.";
const NONE = "Choose a panel.";
const TOO_LARGE = "This run is too large for a link; make a short one first.";
const FULL = `${MOST} panels at the most.`;
const [SMALLEST, LARGEST] = [160, 2000];
const SURFACE = "error surface";

/**
 * @param {string} base
 * @param {(sentence: string) => void} tell
 * @param {() => void} fromStart what plays by itself begins at the beginning, unless somebody chooses otherwise
 */
export function embedding(base, tell, fromStart) {
  const boxes = Object.keys(PANELS).map(name => {
    return html("input", { type: "checkbox", value: name, checked: name === "network" || name === "error" });
  });
  const why = html("small", {}, " of two weights only");
  const panels = html("fieldset", { class: "share-panels", "aria-label": "panels of the embed" },
    ...boxes.map(box => html("label", {}, box, html("span", {}, box.value, box.value === SURFACE ? why : ""))));
  const play = html("input", { type: "checkbox", checked: false });
  const controls = html("input", { type: "checkbox", checked: false });
  let suggested = String(suggestedHeight(2, false));
  const height = html("input", { type: "text", inputmode: "numeric", value: suggested, "aria-label": "height of the embed" });
  const options = html("div", { class: "share-options" },
    html("label", {}, play, " plays by itself"),
    html("label", {}, controls, " with alpha, hidden size, speed and seed"),
    html("label", {}, html("span", { class: "typed" }, height), " pixels high"));
  const lines = html("textarea", { class: "share-embed", readonly: true, "aria-label": "embed code", spellcheck: "false" });
  const copy = html("button", { type: "button", class: "plain wide" }, "Copy the embed code");
  const about = html("p", { role: "status" });
  const count = html("p", { role: "status" });
  const element = html("details", {}, html("summary", {}, "Embed in a page"), about, panels, count, options, lines, copy);
  let query = "";
  let open = true;
  let flat = false;
  const pixels = () => Math.min(LARGEST, Math.max(SMALLEST, Math.round(Number(height.value)) || Number(suggested)));

  /** The height grows with what is chosen, unless somebody has typed another. @param {number} panels */
  function suggest(panels) {
    const before = suggested;
    suggested = String(suggestedHeight(panels, controls.checked));
    if (height.value === before) height.value = suggested;
  }

  function write() {
    const cannot = (/** @type {string} */ name) => flat && name === SURFACE;
    const names = boxes.filter(box => box.checked && !cannot(box.value)).map(box => box.value);
    for (const box of boxes) box.disabled = cannot(box.value) || (names.length >= MOST && !box.checked);
    why.hidden = !flat;
    suggest(names.length);
    const ready = query !== "" && names.length > 0;
    lines.value = ready ? embedCode(base, query, { panels: names, play: play.checked, controls: controls.checked, height: pixels() }) : "";
    copy.disabled = !ready;
    say(about, query === "" ? TOO_LARGE : open ? "" : CLOSED);
    say(count, names.length === 0 ? NONE : names.length >= MOST ? FULL : "");
  }

  element.addEventListener("input", write);
  play.addEventListener("change", () => play.checked && fromStart());
  height.addEventListener("change", () => {
    height.value = String(pixels());
  });
  lines.addEventListener("focus", () => lines.select());
  copy.addEventListener("click", async () => {
    tell(await copyText(lines.value) ? "Copied." : "This browser does not let the page copy; select the lines instead.");
  });

  return {
    element,
    /**
     * @param {string} wanted query of the run
     * @param {boolean} allowed whether any page may frame it
     * @param {boolean} noSurface whether it has more than two weights
     */
    offer(wanted, allowed, noSurface) {
      [query, open, flat] = [wanted, allowed, noSurface];
      write();
    },
  };
}
