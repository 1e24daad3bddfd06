// @ts-check
/** What the network is taught, to be changed; and what can be measured of it. */

import { readable } from "../cadence.js";
import { edits } from "../data/edits.js";
import { statistics } from "../data/statistics.js";
import { tables } from "../data/tables.js";
import { forgive } from "../data/tool.js";
import { tableInWords } from "../data/words.js";
import { html, say } from "../dom.js";

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").Panel} */
export function dataPanel(element, lab) {
  const size = html("p", { class: "table-size", role: "status" });
  const [changes, others, measured] = [edits(lab), tables(lab, element.closest("section") ?? element), statistics()];
  element.append(size, others.own, changes.element, others.element, measured.element);
  /** @type {import("../lab.js").State["run"]} */
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
        if (drawn && isOther(drawn, run)) forgive(element);
        drawn = run;
      }
      if (detailed && (fresh || readable(state))) measured.showMade(detailed.detail.correlations);
    },
  };
}

/** Whether the data are others, and not only another part of them in view. @param {import("../messages.js").Snapshot} before @param {import("../messages.js").Snapshot} now */
function isOther(before, now) {
  if (before.rows !== now.rows || before.columns.join("\n") !== now.columns.join("\n")) return true;
  if (before.first_row !== now.first_row) return false;
  return JSON.stringify([before.inputs, before.targets]) !== JSON.stringify([now.inputs, now.targets]);
}
