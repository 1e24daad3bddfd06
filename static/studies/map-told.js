// @ts-check
/** What is pointed at, in a line of words, with buttons that open some of its runs. */

import { html, say } from "../dom.js";

/**
 * @typedef {object} Told
 * @property {string} words
 * @property {{name: string, open: () => void}[]} [runs]
 */

/** Runs that can be opened from one line, at the most. */
const MOST = 2;

/** @param {string} hint what stands there before anything was pointed at */
export function toldLine(hint) {
  const words = html("span", {}, hint);
  const buttons = Array.from({ length: MOST }, () => html("button", { class: "plain", type: "button", hidden: true }));
  const element = html("div", { class: "study-told" }, words, ...buttons);
  /** @type {Told | null} */
  let now = null;
  buttons.forEach((button, i) => button.addEventListener("click", () => now?.runs?.[i]?.open()));
  return {
    element,
    /** @param {Told | null} told */
    show(told) {
      now = told;
      say(words, told?.words ?? hint);
      buttons.forEach((button, i) => {
        const run = told?.runs?.[i];
        button.hidden = !run;
        say(button, run?.name ?? "");
      });
    },
  };
}
