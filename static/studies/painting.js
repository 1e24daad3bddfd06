// @ts-check
/** What every panel of a study paints beside its figures: the form, how far it is, what it is of, or what one is going to see. */

import { say } from "../dom.js";
import { NOT_FETCHED, aboutOf } from "./about.js";
import { inviting } from "./invitation.js";

/** @typedef {import("../messages.js").StudyRow} StudyRow */

/**
 * @param {object} parts
 * @param {{paint: (state: import("../lab.js").State) => void}} parts.form
 * @param {{row: () => StudyRow | null, look: () => unknown, result: () => unknown, failed: () => boolean}} parts.study
 * @param {{paint: (row: StudyRow | null) => void}} parts.bar
 * @param {HTMLElement} parts.empty what stands there while there is nothing to be seen
 * @param {HTMLElement} parts.about
 */
export function studyPaint({ form, study, bar, empty, about }) {
  /** @param {import("../lab.js").State} state */
  return state => {
    form.paint(state);
    study.look();
    const [row, known] = [study.row(), study.result() !== null];
    bar.paint(row);
    inviting(empty, known || (row !== null && (row.version > 0 || row.state === "waiting" || row.state === "running")));
    say(about, !known && study.failed() ? NOT_FETCHED : aboutOf(row, state.welcome));
  };
}
