// @ts-check
/** The button that copies the program. */

import { copyText } from "../clipboard.js";
import { html } from "../dom.js";
import { fillings, script } from "../python.js";

const ABOUT =
  "Copies the program as it stands, for Python 3; there it trains from the start, with the present settings all the way. " +
  "The posts are written in Python 2: their print without brackets and xrange are print() and range today.";

/** @param {import("../lab.js").Lab} lab */
export function copyButton(lab) {
  const button = html("button", { type: "button", class: "plain", "aria-label": "Copy the program" }, "Copy");
  lab.explain(button, ABOUT);
  button.addEventListener("click", async () => {
    const { run, controls } = lab.state();
    if (!run || !controls) return;
    const copied = await copyText(script(run.code, fillings(controls)));
    lab.say(copied ? "Copied: paste it into Python." : "This browser does not let the page copy; select the code instead.");
  });
  return button;
}
