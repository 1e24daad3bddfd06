// @ts-check
/**
 * What the advice of an autopsy asks for, as buttons: only where it is sure what to do. Pure.
 *
 * @typedef {import("../messages.js").ClientMessage} Verb
 * @typedef {{label: string, verbs: Verb[]}} Action
 */

import { brief } from "../numbers.js";

/** By so much alpha is changed at a time. */
const FACTOR = 10;

/** @type {[pattern: RegExp, action: (run: import("../messages.js").Snapshot, controls: import("../messages.js").Controls) => Action | null][]} */
const ASKED = [
  [/^Reset and take a smaller alpha\b/, (_, { alpha }) => ({
    label: `alpha ${brief(alpha)} → ${brief(alpha / FACTOR)}, and reset`,
    verbs: [{ type: "set_alpha", alpha: alpha / FACTOR }, { type: "reset" }],
  })],
  [/^Take a larger alpha\b/, (_, { alpha }) => ({
    label: `alpha ${brief(alpha)} → ${brief(alpha * FACTOR)}`,
    verbs: [{ type: "set_alpha", alpha: alpha * FACTOR }],
  })],
  [/^Reset and try another seed\b/, (_, { seed }) => ({
    label: `seed ${seed} → ${seed + 1}`,
    verbs: [{ type: "set_seed", seed: seed + 1 }],
  })],
  [/^Put the sigmoid back\b/, run => mend(run)],
  [/^Put the sign right, and reset\b/, run => mend(run, { type: "reset" })],
  [/^Start from random weights\b/, run => mend(run, { type: "reset" }) ?? { label: "Reset", verbs: [{ type: "reset" }] }],
  [/^Add a column of ones\b/, () => ({ label: "Add a column of ones", verbs: [{ type: "add_column", value: 1 }] })],
];

/** @param {import("../messages.js").Snapshot} run @param {Verb} [then] @returns {Action | null} */
function mend(run, then) {
  if (!run.broken) return null;
  return { label: then ? "Mend the lines, and reset" : "Mend the lines", verbs: [{ type: "mend" }, ...(then ? [then] : [])] };
}

/**
 * @param {import("../messages.js").Why} why
 * @param {import("../messages.js").Snapshot} run
 * @param {import("../messages.js").Controls} controls
 */
export function actionsFor(why, run, controls) {
  return ASKED.filter(([pattern]) => pattern.test(why.advice)).map(([, action]) => action(run, controls)).filter(action => action !== null);
}

/** What fits into one line: the first sentence, and what to do. @param {import("../messages.js").Why} why */
export function gistOf({ sentence, advice }) {
  const [first] = sentence.split(/(?<=\.) (?=[A-Z])/);
  return `${first} ${advice}`;
}
