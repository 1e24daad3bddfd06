// @ts-check
/**
 * The luck meter in words. Pure.
 *
 * @typedef {import("./luck-ranks.js").Start} Start
 * @typedef {import("./luck-bins.js").Bin} Bin
 * @typedef {import("../messages.js").SweepResult} SweepResult
 * @typedef {{of: string, basis: string, about: string}} Row
 * @typedef {{basis: string, alpha: number, hidden_size: number | null}} Present
 */

import { count } from "../data/words.js";
import { small, whole } from "../numbers.js";
import { rankOf } from "./luck-ranks.js";
import { percent } from "./size-share.js";

/** Where a seed stands among the others. @param {Start[]} starts best first @param {Start} mine @param {number} iterations */
export function rankWords(starts, mine, iterations) {
  const { worse, alike, others } = rankOf(starts, mine);
  const began = `Seed ${mine.seed} ends at ${small(mine.error)} after ${count(iterations, "iteration")}`;
  if (!others) return `${began}.`;
  if (alike === others) return `${began}, as do all others.`;
  if (others === 1) return `${began}: ${worse ? "better" : "worse"} than the other one.`;
  if (worse === others) return `${began}: better than all ${whole(others)} others.`;
  if (!worse) return `${began}: ${alike ? "no other is worse" : `all ${whole(others)} others are better`}.`;
  return `${began}: better than ${percent(worse, others)} of ${whole(others)} others.`;
}

/**
 * Where all seeds ended the same, or so near to each other that none is better than another.
 *
 * @param {Start[]} starts best first
 * @param {boolean} drawn whether the first weights are drawn at random, as far as is known
 */
export function alikeWords(starts, drawn) {
  const [{ error }] = starts;
  const exact = Object.is(error, starts[starts.length - 1].error);
  const where = Number.isFinite(error) ? `at the same error${exact ? "" : " but for a few last digits"}, ${small(error)}` : "at no finite number";
  return `Every one of ${count(starts.length, "seed")} ends ${where}.${drawn ? "" : " The first weights are not random here, so the seed decides nothing."}`;
}

/** Whether the program in view draws its first weights. @param {{key: string, choices: {name: string}[], chosen: string}[]} code */
export function drawsWeights(code) {
  return code.every(({ key, choices, chosen }) => !/^syn\d+$/.test(key) || !choices.length || chosen === choices[0].name);
}

/** Under the histogram: of what. @param {{seeds: number, iterations: number}} asked */
export function captionWords({ seeds, iterations }) {
  const from = seeds === 1 ? "seed 1" : `the seeds 1 to ${whole(seeds)}`;
  return `mean error after ${count(iterations, "iteration")} from ${from}, logarithmic`;
}

/** How many have learned it. @param {number} solved @param {number} known @param {number} within */
export function solvedWords(solved, known, within) {
  if (known === 1) return solved ? `It solves the task: every answer is within ${within} of its target.` : `It has not solved the task: some answer is not within ${within} of its target.`;
  if (!solved) return `None of ${whole(known)} seeds has solved the task, with every answer within ${within} of its target.`;
  const many = solved === known ? `All ${whole(known)} seeds` : `${whole(solved)} of ${whole(known)} seeds (${percent(solved, known)})`;
  return `${many} solve the task: every answer is within ${within} of its target.`;
}

/** @param {Start[]} starts best first */
export function lostWords(starts) {
  const lost = starts.filter(({ error }) => !Number.isFinite(error)).length;
  return lost ? `${count(lost, "seed")} ended at no finite number, beyond this axis.` : "";
}

/** One bar. @param {Bin} bin @param {number} known @param {Start | undefined} middle */
export function binWords({ low, high, starts }, known, middle) {
  const where = `between ${small(low)} and ${small(high)}`;
  if (!middle) return `No seed ended ${where}.`;
  return `${count(starts.length, "seed")} of ${whole(known)} ended ${where}; in the middle of them seed ${middle.seed}, at ${small(middle.error)}.`;
}

/**
 * What the run in view has become since the study was asked for; empty: it is what it was.
 *
 * @param {boolean} same whether the study is of the recipe in view
 * @param {Row} row
 * @param {Pick<Present, "basis">} present
 */
export function outdatedWords(same, row, present) {
  if (same || row.of === "post") return "";
  const now = row.basis === present.basis ? "is another" : "has other data or another program"; // of which `about` may not tell
  return `The run in view ${now} now: this was made with ${row.about}.`;
}

/** What decides the words about the run in view: another, and they are said anew. @param {Pick<import("../lab.js").State, "run" | "controls">} state */
export function presentKey({ run, controls }) {
  return [controls?.seed, controls?.alpha, controls?.hidden_size, run?.run, run?.basis].join();
}

/**
 * Whether a study is of the recipe in view, as it is now: begun anew, the run in view would have the same course. It may
 * have come to that recipe by changes on its way.
 *
 * @param {SweepResult} result of one alpha and one hidden size
 * @param {Pick<Row, "basis">} row
 * @param {Present} present
 */
export function isOf({ alphas, hidden_sizes }, { basis }, present) {
  return basis === present.basis && alphas[0] === present.alpha && hidden_sizes[0] === present.hidden_size;
}

/**
 * The start that is the learner's own: the present seed where it was tried too, else the seed of the time.
 *
 * @param {SweepResult} result @param {boolean} same whether the run in view is still of this recipe @param {number} seed
 * @returns {Start | null}
 */
export function mineOf({ errors, own_seed, own_error }, same, seed) {
  const tried = same ? errors[0][0][seed - 1] ?? null : null;
  if (tried !== null) return { seed, error: tried };
  return own_error === null ? null : { seed: own_seed, error: own_error };
}
