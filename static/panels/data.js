// @ts-check
/** What the network is taught, to be changed; and what can be measured of it. */

import { readable } from "../cadence.js";
import { edits } from "../data/edits.js";
import { statistics } from "../data/statistics.js";
import { tables } from "../data/tables.js";
import { tableInWords } from "../data/words.js";
import { html, say } from "../dom.js";

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function dataPanel(element, lab) {
  const size = html("p", { class: "table-size", role: "status" });
  const [changes, others, measured] = [edits(lab), tables(lab, element.closest("section") ?? element), statistics()];
  element.append(size, others.own, changes.element, others.element, measured.element);
  /** @type {unknown} */
  let drawn = null;
  return {
    paint(state) {
      const { run, detailed } = state;
      if (!run) return;
      const fresh = drawn !== run;
      changes.show(state, fresh);
      if (fresh) {
        say(size, `${tableInWords(run)}${run.own_data ? " Not the experiment's own data." : ""}`);
        others.show(state);
        measured.showGiven(run);
        for (const form of element.querySelectorAll("[aria-busy]")) form.removeAttribute("aria-busy");
        drawn = run;
      }
      if (detailed && (fresh || readable(state))) measured.showMade(detailed.detail.correlations);
    },
  };
}
