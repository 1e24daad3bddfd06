// @ts-check
/**
 * The rule that the second post reads from its counts, part by part against the numbers. In our words: a tiny alpha
 * hardly ever changes the direction of a weight, the best alpha does so most, a huge one in between; and weights grow
 * with alpha. Pure.
 *
 * @typedef {import("../messages.js").Lane} Lane
 * @typedef {{size: number | null, lanes: Lane[]}} Group the lanes of one hidden size, in the order of their alphas
 * @typedef {{title: string, holds: boolean, sentence: string}} Part
 */

import { brief, errorText, fixed, whole } from "../numbers.js";
import { lowest, unitsOf } from "./race-words.js";

/** "Almost none" is a smaller share of the most than this. */
const ALMOST_NONE = 0.1;

/** @param {Lane[]} lanes @returns {Group[]} */
export function groupsOf(lanes) {
  const sizes = [...new Set(lanes.map(lane => lane.hidden_size))];
  return sizes.map(size => ({
    size, lanes: lanes.filter(lane => lane.hidden_size === size).sort((a, b) => a.alpha - b.alpha),
  }));
}

/** Changes of direction of all weights together. @param {Lane} lane */
export function turnsOf({ turns }) {
  return turns.reduce((sum, count) => sum + count, 0);
}

/** @param {Lane} lane */
export function largestOf({ largest }) {
  return largest.some(Number.isNaN) ? NaN : Math.max(0, ...largest);
}

/** The lane that changes direction most often, the best one where it is level with others. @param {Lane[]} lanes */
export function busiest(lanes) {
  const most = Math.max(...lanes.map(turnsOf));
  const best = lowest(lanes);
  return best && turnsOf(best) === most ? best : lanes.find(lane => turnsOf(lane) === most) ?? lanes[0];
}

/** The four parts; only those that the alphas can tell. @param {Group} group @returns {Part[]} */
export function partsOf({ lanes }) {
  const best = lowest(lanes);
  if (lanes.length < 3 || !best) return [];
  const parts = [bestPart(lanes, best), growth(lanes)];
  if (best !== lanes[lanes.length - 1]) parts.splice(1, 0, huge(lanes));
  if (best !== lanes[0]) parts.unshift(tiny(lanes));
  return parts;
}

/** @param {Lane[]} lanes @returns {Part} */
function tiny(lanes) {
  const [count, most] = [turnsOf(lanes[0]), turnsOf(busiest(lanes))];
  const holds = count <= ALMOST_NONE * most;
  return {
    title: "A tiny alpha: almost no changes", holds,
    sentence: `${alphaOf(lanes[0])} changes direction ${times(count)}: ${holds ? "no more" : "more"} than a tenth of the most, ${whole(most)}.`,
  };
}

/** @param {Lane[]} lanes @param {Lane} best @returns {Part} */
function bestPart(lanes, best) {
  const most = busiest(lanes);
  const lead = `${alphaOf(best)} has the lowest error, ${errorText(best.error)}`;
  return {
    title: "The best alpha: the most changes", holds: most === best,
    sentence: most === best ? `${lead}, and changes direction most: ${times(turnsOf(best))}.`
      : `${lead}, but ${alphaOf(most, false)} changes direction more often: ${times(turnsOf(most))} against ${whole(turnsOf(best))}.`,
  };
}

/** @param {Lane[]} lanes @returns {Part} */
function huge(lanes) {
  const [first, last, most] = [lanes[0], lanes[lanes.length - 1], busiest(lanes)];
  const count = turnsOf(last);
  const holds = count > turnsOf(first) && count < turnsOf(most);
  const [low, high] = [whole(turnsOf(first)), whole(turnsOf(most))];
  return {
    title: "A huge alpha: some, but not the most", holds,
    sentence: `${alphaOf(last)} changes direction ${times(count)}: ` +
      (holds ? `between ${low} (${alphaOf(first, false)}) and ${high} (${alphaOf(most, false)}).`
        : count >= turnsOf(most) ? "that is the most of all." : `no more often than ${alphaOf(first, false)} with ${low}.`),
  };
}

/** @param {Lane[]} lanes @returns {Part} */
function growth(lanes) {
  const at = lanes.findIndex((lane, i) => i > 0 && !(largestOf(lane) > largestOf(lanes[i - 1])));
  const title = "Weights grow with alpha";
  if (at < 0) {
    const [first, last] = [lanes[0], lanes[lanes.length - 1]].map(lane => fixed(largestOf(lane), 2));
    return { title, holds: true, sentence: `The largest weight is larger with every alpha, from ${first} to ${last}.` };
  }
  const [before, after] = [lanes[at - 1], lanes[at]];
  return {
    title, holds: false,
    sentence: `From ${alphaOf(before, false)} to ${brief(after.alpha)} the largest weight goes from ${fixed(largestOf(before), 2)} to ${fixed(largestOf(after), 2)}.`,
  };
}

/** Whether the rule holds, size by size, and where it does not, the best alpha's part of it first. @param {Group[]} groups */
export function headline(groups) {
  return groups.map(group => {
    const parts = partsOf(group);
    const wrong = parts.filter(part => !part.holds);
    const where = `With ${unitsOf(group.size)}`;
    if (!parts.length) return `${where}: it takes at least three alphas to tell.`;
    if (!wrong.length) return `${where} the rule holds.`;
    const first = wrong.find(part => part.title.startsWith("The best")) ?? wrong[0];
    return `${where} it does not: ${first.sentence.charAt(0).toLowerCase()}${first.sentence.slice(1)}`;
  }).join(" ");
}

/** What numpy's own order of additions gives, of the one run of the posts that is chaotic. */
const CHAOTIC = { alpha: 10, hidden_size: 32, seed: 1, iterations: 60_000, turns: 4_090 };

/** Of a race of the posts' data: why a count is not the one that the posts' program gives. @param {import("../messages.js").RaceResult} race */
export function chaosOf({ lanes, iterations }) {
  const lane = lanes.find(({ alpha, hidden_size, seed }) => alpha === CHAOTIC.alpha && hidden_size === CHAOTIC.hidden_size && seed === CHAOTIC.seed);
  if (!lane || iterations !== CHAOTIC.iterations || turnsOf(lane) === CHAOTIC.turns) return "";
  return `With 32 units alpha 10 is chaotic: sums added up in another order give another count, ${whole(turnsOf(lane))} here and ` +
    `${whole(CHAOTIC.turns)} with numpy.`;
}

/** @param {Lane} lane @param {boolean} [capital] */
function alphaOf({ alpha }, capital = true) {
  return `${capital ? "A" : "a"}lpha ${brief(alpha)}`;
}

/** @param {number} count */
function times(count) {
  return count === 1 ? "once" : `${whole(count)} times`;
}
