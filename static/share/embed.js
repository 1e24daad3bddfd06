// @ts-check
/** The lines that put this run into another page. */

import { copyText } from "../clipboard.js";
import { html, say } from "../dom.js";
import { MOST, PANELS } from "../embedding.js";
import { embedCode } from "./words.js";

const CLOSED = "No page may frame this lab as it is set. Whoever runs it can allow that by ELEVEN_LINES_EMBED_ORIGINS.";
const NONE = "Choose a panel.";
const TOO_LARGE = "This run is too large for a link; make a short one first.";
const [SMALLEST, USUAL, LARGEST] = [160, 420, 2000];

/**
 * @param {string} base
 * @param {(sentence: string) => void} tell
 * @param {() => void} fromStart what plays by itself begins at the beginning, unless somebody chooses otherwise
 */
export function embedding(base, tell, fromStart) {
  const boxes = Object.keys(PANELS).map(name => {
    return html("input", { type: "checkbox", value: name, checked: name === "network" || name === "error" });
  });
  const panels = html("fieldset", { class: "share-panels", "aria-label": "panels of the embed" },
    ...boxes.map(box => html("label", {}, box, box.value)));
  const play = html("input", { type: "checkbox", checked: false });
  const height = html("input", { type: "text", inputmode: "numeric", value: USUAL, "aria-label": "height of the embed" });
  const options = html("div", { class: "share-options" },
    html("label", {}, play, " plays by itself"),
    html("label", {}, html("span", { class: "typed" }, height), " pixels high"));
  const lines = html("textarea", { class: "share-embed", readonly: true, "aria-label": "embed code", spellcheck: "false" });
  const copy = html("button", { type: "button", class: "plain wide" }, "Copy the embed code");
  const about = html("p", { role: "status" });
  const element = html("details", {}, html("summary", {}, "Embed in a page"), about, panels, options, lines, copy);
  let query = "";
  let open = true;

  function write() {
    const names = boxes.filter(box => box.checked).map(box => box.value);
    for (const box of boxes) box.disabled = names.length >= MOST && !box.checked;
    const pixels = Math.min(LARGEST, Math.max(SMALLEST, Math.round(Number(height.value)) || USUAL));
    const ready = query !== "" && names.length > 0;
    lines.value = ready ? embedCode(base, query, { panels: names, play: play.checked, height: pixels }) : "";
    copy.disabled = !ready;
    say(about, query === "" ? TOO_LARGE : names.length ? open ? "" : CLOSED : NONE);
  }

  element.addEventListener("input", write);
  play.addEventListener("change", () => play.checked && fromStart());
  height.addEventListener("change", () => {
    height.value = String(Math.min(LARGEST, Math.max(SMALLEST, Math.round(Number(height.value)) || USUAL)));
  });
  lines.addEventListener("focus", () => lines.select());
  copy.addEventListener("click", async () => {
    tell(await copyText(lines.value) ? "Copied." : "This browser does not let the page copy; select the lines instead.");
  });

  return {
    element,
    /** @param {string} wanted query of the run @param {boolean} allowed whether any page may frame it */
    offer(wanted, allowed) {
      [query, open] = [wanted, allowed];
      write();
    },
  };
}
