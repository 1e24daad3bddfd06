// @ts-check
/**
 * What every panel of a study has beside its figures: the study itself, the form, how far it is, what it is of, or what
 * one is going to see.
 *
 * @typedef {import("../messages.js").StudyRow} StudyRow
 * @typedef {import("../messages.js").StudyResult} StudyResult
 */

import { say } from "../dom.js";
import { NOT_FETCHED, aboutOf } from "./about.js";
import { asking } from "./asking.js";
import { following } from "./following.js";
import { inviting } from "./invitation.js";

/**
 * @template {StudyResult} Result
 * @param {import("../lab.js").Lab} lab
 * @param {object} parts
 * @param {StudyRow["purpose"]} parts.purpose
 * @param {{paint: (state: import("../lab.js").State) => void}} parts.form
 * @param {{paint: (row: StudyRow | null) => void}} parts.bar
 * @param {HTMLElement} parts.empty what stands there while there is nothing to be seen
 * @param {HTMLElement} parts.about
 * @param {() => void} parts.changed there is another result, or none any more
 */
export function panelStudy(lab, { purpose, form, bar, empty, about, changed }) {
  /** @type {ReturnType<typeof following<Result>>} */
  const study = following({
    state: lab.state, purpose, ask: asking(lab),
    changed() {
      changed();
      tell(); // nothing else may paint the panel for a long time
    },
  });

  function tell() {
    const failed = study.result() === null && study.failed();
    say(about, failed ? NOT_FETCHED : aboutOf(study.row(), lab.state().welcome));
  }

  return {
    row: study.row,
    result: study.result,
    /** @param {import("../lab.js").State} state */
    paint(state) {
      form.paint(state);
      study.look();
      const row = study.row();
      bar.paint(row);
      inviting(empty, study.result() !== null || (row !== null && (row.version > 0 || row.state === "waiting" || row.state === "running")));
      tell();
    },
  };
}
