// @ts-check
/** Turn to a run of a study: it arrives at the head of the page, so that is where one looks then. */

import { find } from "../dom.js";

/**
 * @param {import("../lab.js").Lab} lab
 * @param {{study: number, alpha: number, hidden_size: number | null, seed: number}} run
 */
export function openRun(lab, run) {
  if (!lab.send({ type: "open_from_study", ...run })) return;
  find("#main").focus({ preventScroll: true });
  scrollTo({ top: 0, behavior: "smooth" });
}
