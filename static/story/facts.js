// @ts-check
/**
 * What can be said about a stretch of training: each a function that looks at both ends and returns a sentence with how
 * telling it is, or null where the numbers don't bear it out. Pure.
 *
 * @typedef {import("../messages.js").Frame} Moment
 * @typedef {{sentence: string, weight: number}} Fact
 * @typedef {(before: Moment, now: Moment, run: import("../messages.js").Snapshot) => Fact | null} Look
 */

import { shapeOf } from "../cadence.js";
import { fixed, small, whole } from "../numbers.js";
import { apart } from "./wording.js";

/** Two that differ by less than this part of the larger are a tie. */
const TIE = 0.01;
/** Directions that change at more than this part of all updates are what the stretch was about. */
const RESTLESS = 0.2;
/** An error that fell by less than this part of it did not fall far. */
const TELLING = 0.1;
/** From this part on it is most of it. */
const MOST = 0.8;

/** How the examples fared. @type {Look} */
export function examplesFact(before, now, run) {
  const [from, to] = [before, now].map(({ layers }) => misses(layers[layers.length - 1], run.targets));
  if (before.first_row !== now.first_row || from.length !== to.length) return null;
  const gains = from.map((miss, row) => miss - to[row]);
  if (!gains.every(Number.isFinite) || !gains.some(gain => gain !== 0)) return null;
  const closer = gains.filter(gain => gain > 0).length;
  const further = gains.filter(gain => gain < 0).length;
  const some = closer > 0 && further > 0;
  // Where most went one way, the one that went the other way farthest is news.
  const wanted = some ? (now.error < before.error ? -1 : 1) : closer ? 1 : -1;
  const went = wanted > 0 ? closer : further;
  const all = gains.length < run.rows ? `${gains.length} examples in view` : examplesIn(gains.length);
  const row = farthest(gains.map(gain => Math.max(0, gain * wanted)));
  const named = row === null || gains.length === 1 ? "" : told(row, went, before, now, run);
  return { sentence: `${counted(went, gains.length, all, wanted > 0 ? "came closer" : "moved away")}${named}.`, weight: some ? 3 : 2 };
}

/** @param {number} count */
const examplesIn = count => (count === 1 ? "1 example" : `${count} examples`);

/** @param {number} some of those in view @param {number} count @param {string} all @param {string} did */
function counted(some, count, all, did) {
  if (count === 1) return `The one example ${did}`;
  return some === count ? `All ${all} ${did}` : `${some} of ${all} ${did}`;
}

/** @param {number} row in view @param {number} among @param {Moment} before @param {Moment} now @param {import("../messages.js").Snapshot} run */
function told(row, among, before, now, run) {
  const [from, to] = [before, now].map(({ layers }) => layers[layers.length - 1][row]);
  const pair = from?.length === 1 && to?.length === 1 ? apart(from[0], to[0], [small, long]) : null;
  if (among === 1 && !pair) return "";
  const name = `example ${now.first_row + row + 1}`;
  const numbers = pair ? ` (${pair[0]} to ${pair[1]}, target ${run.targets[row]?.[0]})` : "";
  return among > 1 ? `, ${name} the most${numbers}` : `: ${name}${numbers}`;
}

/** @param {number} value */
const long = value => fixed(value, 6);

/** Of each example in view, the size of its largest error. @param {number[][]} outputs @param {number[][]} targets */
function misses(outputs, targets) {
  return outputs.map((row, i) => Math.max(...row.map((output, j) => Math.abs((targets[i]?.[j] ?? NaN) - output))));
}

/** Where the largest is, unless there is a tie. @param {number[]} sizes */
function farthest(sizes) {
  const most = Math.max(...sizes);
  const near = sizes.filter(size => size >= most * (1 - TIE));
  return most > 0 && near.length === 1 ? sizes.indexOf(most) : null;
}

/** Which weight moved farthest. @type {Look} */
export function weightFact(before, now) {
  const places = now.weights.flatMap((matrix, i) => matrix.flatMap((row, j) => row.map((to, k) => {
    return { name: `syn${i}[${j}, ${k}]`, from: before.weights[i][j][k], to };
  })));
  const moves = places.map(({ from, to }) => Math.abs(to - from));
  if (!moves.every(Number.isFinite)) return null;
  const most = Math.max(...moves);
  if (most === 0) return { sentence: "No weight moved.", weight: 10 };
  const place = farthest(moves);
  const pair = place === null ? null : apart(places[place].from, places[place].to, [value => fixed(value, 2), value => fixed(value, 5)]);
  if (place !== null && pair) {
    const one = now.iteration - before.iteration === 1;
    return { sentence: `${places[place].name} moved farthest (${pair[0]} to ${pair[1]}).`, weight: one ? 2.5 : 1.5 };
  }
  if (most < 1e-5) return { sentence: `No weight moved by more than ${small(most)}.`, weight: 5 };
  return null;
}

/** How many weights turned round. @type {Look} */
export function turnsFact(before, now) {
  const [from, to] = [before, now].map(({ detail }) => detail?.changes.flat(2) ?? []);
  const turns = to.map((count, i) => count - from[i]);
  // A change by hand may have set the counts back.
  if (!to.length || from.length !== to.length || !turns.every(turn => turn >= 0)) return null;
  const total = turns.reduce((sum, turn) => sum + turn, 0);
  if (total === 0) return null;
  const turned = turns.filter(turn => turn > 0).length;
  const times = total > turned ? `, ${whole(total)} times in all` : "";
  const restless = total > RESTLESS * turns.length * (now.iteration - before.iteration);
  const who = turned === 1 ? "1 weight" : turned === turns.length ? `All ${turned} weights` : `${turned} of ${turns.length} weights`;
  return { sentence: `${who} changed direction${times}.`, weight: restless ? 4 : 0.5 };
}

/** Whether it slowed down, or got going late. @param {Moment} before @param {Moment} now @param {import("../lab.js").State["curve"]} curve @returns {Fact | null} */
export function paceFact(before, now, { iterations, errors }) {
  const span = now.iteration - before.iteration;
  // Of a small part of a large error nobody wants to know when it went.
  if (!(before.error - now.error > TELLING * before.error)) return null;
  const middle = before.iteration + span / 2;
  const at = iterations.findIndex(iteration => iteration >= middle);
  const halfway = Math.abs(iterations[at] - middle) <= span / 10;
  const all = before.error - now.error;
  if (at < 0 || !halfway || span < 20) return null;
  const share = (before.error - errors[at]) / all;
  if (share >= 0 && share < 0.2) return { sentence: `At iteration ${whole(iterations[at])} it was still ${small(errors[at])}.`, weight: 2.2 };
  const most = errors.findIndex((error, i) => iterations[i] > before.iteration && before.error - error > MOST * all);
  if (most < 0 || iterations[most] > middle || share < MOST) return null;
  return { sentence: `Most of that by iteration ${whole(iterations[most])}.`, weight: 2.2 };
}

/** Whether both have the same matrices. @param {Moment} before @param {Moment} now */
export function sameShape(before, now) {
  return shapeOf(before) === shapeOf(now);
}
