// @ts-check
/**
 * What the advice of an autopsy asks for, as buttons: only where it is sure what to do. Pure.
 *
 * @typedef {import("../messages.js").ClientMessage} Verb
 * @typedef {import("../messages.js").Snapshot} Snapshot
 * @typedef {import("../messages.js").Why} Why
 * @typedef {{label: string, verbs: Verb[]}} Action
 * @typedef {{run: Snapshot, controls: import("../messages.js").Controls, why: Why}} Case
 */

import { brief } from "../numbers.js";

/** By so much alpha is changed at a time. */
const FACTOR = 10;

/** @param {Case} about @returns {Action} */
const smaller = ({ controls: { alpha } }) => ({
  label: `alpha ${brief(alpha)} → ${brief(alpha / FACTOR)}, and reset`,
  verbs: [{ type: "set_alpha", alpha: alpha / FACTOR }, { type: "reset" }],
});

/** @param {Case} about @returns {Action} */
const larger = ({ controls: { alpha } }) => ({
  label: `alpha ${brief(alpha)} → ${brief(alpha * FACTOR)}`,
  verbs: [{ type: "set_alpha", alpha: alpha * FACTOR }],
});

/** Other random weights; without a hidden layer none are better. @param {Case} about */
const reseed = about => {
  const { run, controls: { seed } } = about;
  if (run.frame.weights.length === 1) return hidden(about);
  return { label: `seed ${seed} → ${seed + 1}`, verbs: [/** @type {Verb} */ ({ type: "set_seed", seed: seed + 1 })] };
};

/** @param {Case} about @returns {Action | null} */
const hidden = ({ run }) => (isXor(run) ? { label: "Open XOR with a hidden layer", verbs: [{ type: "choose_experiment", experiment: "xor" }] } : null);

/** @param {Case} about */
const mend = ({ run }) => mending(run);

/** @param {Case} about */
const mendAndReset = ({ run }) => mending(run, { type: "reset" });

/** @param {Case} about @returns {Action} */
const restart = about => mendAndReset(about) ?? { label: "Reset", verbs: [{ type: "reset" }] };

/** By the kinds that docs/protocol.md lists; the others leave it open what to do. @type {Record<string, (about: Case) => Action | null>} */
const BY_KIND = {
  "overflow": smaller,
  "flat-layer": smaller,
  "flat-examples": smaller,
  "silent-examples": smaller,
  "stuck-examples": smaller,
  // Where inputs are large the advice is to scale them, or else this.
  "saturated": about => (about.why.advice.startsWith("Scale") ? null : smaller(about)),
  "tiny-alpha": larger,
  "faint": reseed,
  "flat-units": reseed,
  "cancel": reseed,
  "columns": hidden,
  "step": mend,
  "wrong-sign": mendAndReset,
  "zeros": restart,
  "alike": restart,
  "zero-row": () => ({ label: "Add a column of ones", verbs: [{ type: "add_column", value: 1 }] }),
};

/** @param {Snapshot} run @param {Verb} [then] @returns {Action | null} */
function mending(run, then) {
  if (!run.broken) return null;
  return { label: then ? "Mend the lines, and reset" : "Mend the lines", verbs: [{ type: "mend" }, ...(then ? [then] : [])] };
}

/** Whether these are the four examples of the hidden layer's experiment, in whatever order. @param {Snapshot} run */
function isXor({ inputs, targets, rows }) {
  const [first, second] = [0, 1].map(column => inputs.map(row => row[column]));
  const binary = [...first, ...second].every(value => value === 0 || value === 1);
  const different = new Set(inputs.map(row => row.join())).size === inputs.length;
  return rows === 4 && inputs.length === 4 && different && binary
    && inputs.every(row => row.length === 2 || (row.length === 3 && row[2] === 1))
    && targets.every((row, i) => row.length === 1 && row[0] === (first[i] === second[i] ? 0 : 1));
}

/** @param {Why} why @param {Snapshot} run @param {import("../messages.js").Controls} controls @returns {Action[]} */
export function actionsFor(why, run, controls) {
  const action = Object.hasOwn(BY_KIND, why.kind) ? BY_KIND[why.kind]({ why, run, controls }) : null;
  return action ? [action] : [];
}

/** What fits into one line: the first sentence, and what to do. @param {Why} why */
export function gistOf({ sentence, advice }) {
  const [first] = sentence.split(/(?<=\.) (?=[A-Z])/);
  return `${first} ${advice}`;
}
