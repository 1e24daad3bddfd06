// @ts-check
/**
 * What a race says of itself, made from its numbers. Pure.
 *
 * @typedef {import("../messages.js").RaceResult} RaceResult
 * @typedef {import("../messages.js").Lane} Lane
 */

import { quoted } from "../data/csv.js";
import { brief, errorText, fixed, whole } from "../numbers.js";
import { capital } from "../story/wording.js";

/** What has come to nothing, though there may be iterations left. */
const STUCK = new Set(["dead", "parked", "overflow", "stuck", "jumping"]);

/** What tells each lane from the others: its alpha, its size, or both. @param {Lane[]} lanes @returns {string[]} */
export function namesOf(lanes) {
  const several = (/** @type {"alpha" | "hidden_size"} */ key) => new Set(lanes.map(lane => lane[key])).size > 1;
  const sizes = several("hidden_size");
  const alphas = several("alpha") || !sizes;
  return lanes.map(({ alpha, hidden_size }) => {
    return [alphas ? `alpha ${brief(alpha)}` : "", sizes ? unitsOf(hidden_size) : ""].filter(Boolean).join(", ");
  });
}

/** The same where there is little room. @param {string[]} names */
export function shortened(names) {
  return names.map(name => (name.includes(",") ? name.replace("alpha ", "") : name));
}

/** @param {number | null} size */
export function unitsOf(size) {
  if (size === null) return "no hidden layer";
  return `${whole(size)} ${size === 1 ? "unit" : "units"}`;
}

/** Changes of direction in syn0, syn1, … @param {Lane} lane */
export function turnsText({ turns }) {
  return turns.map(whole).join(" + ");
}

/** The largest weights of syn0, syn1, … @param {Lane} lane */
export function largestText({ largest }) {
  return largest.map(value => fixed(value, 2)).join(" · ");
}

/** The lane whose error is lowest now; null where none is a number. @param {Lane[]} lanes @returns {Lane | null} */
export function lowest(lanes) {
  const sound = lanes.filter(lane => Number.isFinite(lane.error));
  return sound.length ? sound.reduce((best, lane) => (lane.error < best.error ? lane : best)) : null;
}

/**
 * Which lane is told of: the one that was chosen; where nobody chose one that there is, the lowest.
 *
 * @param {Lane[]} lanes
 * @param {unknown} chosen as this tab remembers it
 * @returns {number}
 */
export function laneInView(lanes, chosen) {
  if (typeof chosen === "number" && Number.isInteger(chosen) && chosen in lanes) return chosen;
  const best = lowest(lanes);
  return best ? lanes.indexOf(best) : 0;
}

/** Which came lowest, and which came to nothing and how. @param {RaceResult} result */
export function summaryOf({ lanes, iteration, iterations }) {
  const names = namesOf(lanes);
  const best = lowest(lanes);
  if (!best) return `No lane has a finite error at iteration ${whole(iteration)}.`;
  const at = iteration === iterations ? `after ${whole(iterations)} iterations` : `at iteration ${whole(iteration)}`;
  const name = names[lanes.indexOf(best)];
  const several = name.endsWith("units");
  if (lanes.length === 1) return `${capital(name)} ${several ? "have" : "has"} a mean error of ${errorText(best.error)} ${at}${best.verdict ? ` (${best.verdict.title})` : ""}.`;
  const lead = `${capital(name)} ${several ? "are" : "is"} lowest ${at}: a mean error of ${errorText(best.error)}.`;
  const stuck = lanes.flatMap((lane, i) => (lane.verdict && lane !== best && STUCK.has(lane.verdict.kind) ? [`${names[i]} (${lane.verdict.title})`] : []));
  const verdict = iteration === iterations ? "Came to nothing" : "In trouble so far";
  return stuck.length ? `${lead} ${verdict}: ${stuck.join(", ")}.` : lead;
}

/**
 * What the post makes of a run, where that is not what is measured. The post's own words for alpha 1000 speak of steps
 * that go too far and call that its Problem 3, which is the one of slopes that are too small.
 *
 * @param {Lane} lane
 */
export function remarkOf({ alpha, printed, verdict }) {
  if (alpha !== 1000 || !printed.length || verdict?.kind !== "dead") return "";
  return "The post says of this run that its steps overcorrect, and files it under Problem 3. Steps that are too long are its " +
    "Problem 1; they led here, but what holds the run now is that no slope is left.";
}

/** The numbers of the table, for a spreadsheet. @param {RaceResult} result */
export function csvOf({ lanes, marks }) {
  const synapses = Math.max(0, ...lanes.map(lane => lane.turns.length));
  const each = (/** @type {string} */ what) => Array.from({ length: synapses }, (_, i) => `${what} syn${i}`);
  const head = ["alpha", "hidden size", "seed", ...marks.map(mark => `error at ${mark}`), ...each("direction changes"), ...each("largest |w|"), "verdict"];
  const rows = lanes.map(lane => [
    lane.alpha, lane.hidden_size ?? "", lane.seed, ...marks.map((_, i) => lane.errors[i] ?? ""), ...lane.turns, ...lane.largest,
    lane.verdict?.title ?? "",
  ]);
  return [head, ...rows].map(row => row.map(value => quoted(String(value))).join(",")).join("\n") + "\n";
}
