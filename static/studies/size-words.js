// @ts-check
/**
 * How many random starts solve a task with each hidden size, in words. Pure.
 *
 * @typedef {import("../messages.js").SweepResult} SweepResult
 *
 * @typedef {object} Tally of one hidden size and one alpha
 * @property {number} alpha
 * @property {number | null} size
 * @property {number} solved
 * @property {number} known
 */

import { brief, small, whole } from "../numbers.js";
import { unitsOf } from "./race-words.js";
import { percent, span, wilson } from "./size-share.js";

/** Of which the post says that no more are needed. */
const CLAIMED = 3;

/** By hidden size, then by alpha. @param {SweepResult} result @returns {Tally[][]} */
export function talliesOf({ hidden_sizes, alphas, solved, known }) {
  return hidden_sizes.map((size, i) => alphas.map((alpha, j) => ({ alpha, size, solved: solved[i][j], known: known[i][j] })));
}

/** @param {Tally} tally */
export function tallyWords({ alpha, size, solved, known }) {
  const where = `${unitsOf(size)}, alpha ${brief(alpha)}`;
  if (!known) return `${where}: not known yet.`;
  if (known === 1) return `${where}: its one start ${solved ? "solves it" : "does not solve it"}.`;
  return `${where}: ${whole(solved)} of ${whole(known)} starts solve it, ${percent(solved, known)}; ` +
    `the 95 % interval is ${span(wilson(solved, known))}.`;
}

/**
 * What the tallies of one alpha say of the post's claim, that 3 units are enough.
 *
 * @param {Tally[]} tallies by size
 * @param {boolean} posts whether the claim is of this task, and was not told of yet
 * @param {number} seeds how many starts there are going to be of each
 */
export function claimWords(tallies, posts, seeds) {
  const told = tallies.filter(({ known, size }) => known > 0 && size !== null);
  if (!told.length) return "";
  const some = told.find(({ solved }) => solved > 0);
  const far = tallies.some(({ known }) => known < seeds);
  const alpha = `${far ? "So far, with" : "With"} alpha ${brief(told[0].alpha)}`;
  if (!some) return `${alpha} no start solves it with any of these sizes.`;
  const always = told.filter(all);
  if (seeds === 1) return `${alpha}, the start of seed 1 solves it with ${listed(always)}.`;
  const claimed = told.find(({ size }) => size === CLAIMED);
  const facts = [`it can be done with ${unitsOf(some.size)} (from ${shareOf(some)} of the starts)`];
  if (claimed && claimed !== some) {
    facts.push(`with ${CLAIMED}${posts ? ", of which the post says that no more are needed," : ""} ${shareOf(claimed)} find it`);
  }
  facts.push(always.length ? `all do with ${listed(always)}` : "there is no size here with which all do");
  const larger = told.filter(tally => always.length && Number(tally.size) > Number(always[0].size) && !all(tally));
  const but = larger.length ? ` More is not always better: with ${unitsOf(larger[larger.length - 1].size)} only ${shareOf(larger[larger.length - 1])} do.` : "";
  return `${alpha} ${facts.join("; ")}.${but}`;
}

/** @param {Tally} tally */
function all({ solved, known }) {
  return solved === known;
}

/** @param {Tally} tally */
function shareOf({ solved, known }) {
  return percent(solved, known);
}

/** @param {Tally[]} tallies */
function listed(tallies) {
  const sizes = tallies.map(({ size }) => String(size));
  const last = sizes.pop();
  return `${sizes.length ? `${sizes.join(", ")} and ${last}` : last} unit${last === "1" && !sizes.length ? "" : "s"}`;
}

/** The start that ended farthest off, by what is certain of it. @param {import("./luck-ranks.js").Start} start @param {number} within */
export function worstName({ seed, error }, within) {
  // A mean error beyond the bound means that some answer is beyond it.
  return `Open ${error <= within ? "the worst" : "an unsolved"} start: seed ${seed}, ${small(error)}`;
}
