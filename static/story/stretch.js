// @ts-check
/**
 * What a stretch of training did, in a few sentences that its numbers bear out. Pure.
 *
 * @typedef {import("./facts.js").Moment} Moment
 * @typedef {import("../messages.js").Snapshot} Snapshot
 */

import { errorText, fixed, small, whole } from "../numbers.js";
import { examplesFact, paceFact, sameShape, turnsFact, weightFact } from "./facts.js";
import { apart } from "./wording.js";

/** Besides the error: more than this would be a report. */
const MOST_FACTS = 2;
/** In characters: three lines of the panel on a desk, where one example has two more. */
const LONGEST = 192;
const NO_CURVE = { iterations: [], errors: [] };

/**
 * @param {Moment | null} before where the stretch began; null: nobody was watching
 * @param {Moment} now
 * @param {Snapshot} run
 * @param {import("../lab.js").State["curve"]} [curve]
 */
export function tellStretch(before, now, run, curve = NO_CURVE) {
  const begun = before && before.iteration < now.iteration;
  if (!begun) return now.iteration === 0 ? tellStart(now, run) : standing(now);
  const course = courseOf(before, now);
  if (!Number.isFinite(now.error)) return course;
  if (!sameShape(before, now)) return `${course} The network has another size since: ${sizes(before)} units became ${sizes(now)}.`;
  const facts = [
    paceFact(before, now, curve), examplesFact(before, now, run), weightFact(before, now, run), turnsFact(before, now, run),
  ].filter(fact => fact !== null);
  const telling = chosen(facts, LONGEST - course.length);
  return [course, ...facts.filter(fact => telling.includes(fact)).map(fact => fact.sentence)].join(" ");
}

/** The most telling ones for which there is room. @param {import("./facts.js").Fact[]} facts @param {number} room in characters */
function chosen(facts, room) {
  /** @type {import("./facts.js").Fact[]} */
  const telling = [];
  for (const fact of [...facts].sort((a, b) => b.weight - a.weight)) {
    if (telling.length === MOST_FACTS || fact.sentence.length >= room) continue;
    telling.push(fact);
    room -= fact.sentence.length + 1;
  }
  return telling;
}

/**
 * What something that was changed by hand did by itself, before any training.
 *
 * @param {number} was the mean error before
 * @param {Moment} now
 */
export function tellChange(was, now) {
  const pair = apart(was, now.error, [small, errorText]);
  if (!pair) return standing(now);
  return `What was changed by hand at iteration ${whole(now.iteration)} took the mean error from ${pair[0]} to ${pair[1]}.`;
}

/**
 * Something was changed in the past of the run, and it was trained again to where it was.
 *
 * @param {number} was the mean error before
 * @param {Moment} now
 */
export function tellAgain(was, now) {
  const pair = apart(was, now.error, [small, errorText]);
  if (!pair) return standing(now);
  return `Trained again after a change in its past, the run has a mean error of ${pair[1]} at iteration ${whole(now.iteration)}; it was ${pair[0]}.`;
}

/** Whether the rows are the same ones in another order. @param {Snapshot} before @param {Snapshot} now */
export function isReordered(before, now) {
  const [from, to] = [before, now].map(({ inputs, targets }) => inputs.map((row, i) => [...row, "|", ...targets[i]].join()));
  return before.run === now.run && from.length === now.rows && from.join("\n") !== to.join("\n") && from.sort().join("\n") === to.sort().join("\n");
}

/**
 * The rows in another order: what that did, which is nothing as far as can be read.
 *
 * @param {number} was the mean error before
 * @param {Moment} now
 */
export function tellShuffle(was, now) {
  if (apart(was, now.error, [small, errorText])) return tellChange(was, now);
  return `At iteration ${whole(now.iteration)} the rows were put in another order, and the mean error is still ${worded(now.error)}: an update is a sum, and a sum does not ask in which order.`;
}

/** @param {Moment} now */
function standing(now) {
  return `At iteration ${whole(now.iteration)} the mean error is ${worded(now.error)}.`;
}

/** @param {number} error */
function worded(error) {
  return Number.isFinite(error) ? small(error) : "no number";
}

/** How the error went. @param {Moment} before @param {Moment} now */
function courseOf(before, now) {
  const one = now.iteration - before.iteration === 1;
  const when = one ? `In iteration ${whole(now.iteration)}` : `From iteration ${whole(before.iteration)} to ${whole(now.iteration)}`;
  if (!Number.isFinite(now.error)) return `${when} ${lost(before.error)}`;
  if (!Number.isFinite(before.error)) return `${when} the mean error became a number again, ${small(now.error)}.`;
  if (now.error === before.error) return `${when} the mean error stood still at ${small(now.error)}.`;
  const way = now.error < before.error ? "fell" : "rose";
  const pair = apart(before.error, now.error, [small, errorText]);
  if (pair) return `${when} the mean error ${way} from ${pair[0]} to ${pair[1]}.`;
  return `${when} the mean error of ${small(now.error)} ${way} by only ${small(Math.abs(now.error - before.error))}.`;
}

/** @param {number} before */
function lost(before) {
  if (!Number.isFinite(before)) return "the numbers are still beyond what a computer can hold, and training cannot bring them back.";
  return `the numbers grew past what a computer can hold. The mean error was ${small(before)} and is no number any more.`;
}

/** Nothing is trained: what the start gives. @param {Moment} now @param {Snapshot} run */
function tellStart(now, run) {
  const weights = now.weights.flat(2);
  const outputs = now.layers[now.layers.length - 1];
  if (![...weights, ...outputs.flat(), now.error].every(Number.isFinite)) return standing(now);
  const view = outputs.length < run.rows ? " (those in view)" : "";
  const given = `${weights.length} weights ${range(weights, value => fixed(value, 2))}`;
  return `Nothing is trained yet: ${given} give answers ${range(outputs.flat(), small)}${view}, a mean error of ${small(now.error)}.`;
}

/** @param {number[]} values @param {(value: number) => string} write */
function range(values, write) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (least === most) return `of ${write(least)}`;
  return write(least) === write(most) ? `of about ${write(least)}` : `between ${write(least)} and ${write(most)}`;
}

/** @param {Moment} moment */
function sizes({ weights }) {
  return weights.length > 1 ? weights.slice(0, -1).map(matrix => matrix[0].length).join(", ") : "no hidden";
}
