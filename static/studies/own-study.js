// @ts-check
/**
 * Which of the studies is the one that was asked for here, in a session that may have several pages. It bears the ticket
 * of its asking; where the server has started again since, which forgets tickets, it is the newest that was not there before.
 *
 * @typedef {Pick<import("../lab.js").State, "studies" | "welcome">} State
 * @typedef {import("../messages.js").StudyRow} StudyRow
 */

import { keyOf } from "../chosen.js";
import { newTicket } from "../ticket.js";

/** @param {StudyRow["purpose"]} purpose @param {State} before when it is asked for */
export function ownStudy(purpose, { studies, welcome }) {
  const ticket = newTicket();
  const before = studies.map(keyOf);
  return {
    ticket,
    /** Undefined: it is not there yet. @param {State} now @returns {StudyRow | undefined} */
    in(now) {
      const own = now.studies.find(({ asking }) => asking === ticket);
      if (own || now.welcome === welcome) return own;
      return now.studies.filter(row => row.purpose === purpose && row.asking === null && !before.includes(keyOf(row))).at(-1);
    },
  };
}
