// @ts-check
/** What a study has found so far, asked of the server. */

import { decode } from "../numbers.js";

/** @typedef {import("../messages.js").StudyResult} StudyResult */

/** @param {import("../lab.js").Lab} lab @returns {(number: number) => Promise<StudyResult>} */
export function asking(lab) {
  return number => resultOf(lab.state().welcome?.session ?? "", number);
}

/** @param {string} session @param {number} number @returns {Promise<StudyResult>} */
async function resultOf(session, number) {
  const headers = { "Eleven-Lines-Session": session };
  const answer = await fetch(`/-/studies/${number}`, { headers, cache: "no-store" });
  if (!answer.ok) throw new Error(`study ${number}: ${answer.status}`);
  return /** @type {any} */ (decode(await answer.text()));
}
