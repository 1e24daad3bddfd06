// @ts-check
/** All weights out of the page and into it, as text. */

import { copyText } from "../clipboard.js";
import { press, tool } from "../data/tool.js";
import { disclosure } from "../disclosure.js";
import { html } from "../dom.js";
import { read, written } from "./text.js";

const HOW = "In the order of the code, row by row, as numpy writes them, as JSON, or as plain numbers.";
const COPIED = "Copied: these numbers are all that the network has learned.";
const NOT_COPIED = "This browser does not let the page copy.";

/** @param {import("../lab.js").Lab} lab */
export function pasting(lab) {
  const copy = html("button", { type: "button", class: "plain", "aria-label": "Copy the weights" }, "Copy");
  const open = html("button", { type: "button", class: "plain", "aria-label": "Paste weights", "aria-controls": "weights-sheet" }, "Paste");
  const area = html("textarea", {
    rows: 6, "aria-label": "all weights", spellcheck: "false", autocomplete: "off", placeholder: "syn0 = np.array([[…]])",
  });
  const sheet = html("div", { class: "sheet", id: "weights-sheet", hidden: true },
    html("h2", {}, "Other weights"), html("p", {}, HOW), tool(lab, ask, area, press("Use these weights")));
  /** What the page knew of edits when some were asked for; null: none are on their way. @type {unknown} */
  let asked = null;
  const shown = disclosure(open, sheet);
  lab.explain(copy, "Copies all weights, ready for numpy.");
  lab.explain(open, "Puts other weights in: of this network at another time, or your own.");

  copy.addEventListener("click", async () => {
    const { frame } = lab.state();
    if (frame) lab.say(await copyText(written(frame.weights)) ? COPIED : NOT_COPIED);
  });
  open.addEventListener("click", () => {
    if (!sheet.hidden && matchMedia("(pointer: fine)").matches) area.focus();
  });
  area.addEventListener("input", () => (asked = null));

  /** @returns {import("../messages.js").ClientMessage | string} */
  function ask() {
    const { values, fault } = read(area.value, lab.state().frame?.weights ?? []);
    if (fault) return fault;
    asked = lab.state().marks;
    return { type: "set_weights", values };
  }

  return {
    copy,
    paste: html("div", { class: "anchor" }, open, sheet),
    /** The sheet closes once what was asked for is done. @param {import("../lab.js").State} state */
    follow({ marks }) {
      if (asked === null || asked === marks) return;
      asked = null;
      area.value = "";
      if (!sheet.hidden) shown.toggle();
    },
  };
}
