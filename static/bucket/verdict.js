// @ts-check
/**
 * What became of a ball, in words. Pure.
 *
 * @typedef {import("./curves.js").Curve} Curve
 * @typedef {import("./survey.js").Survey} Survey
 * @typedef {import("./survey.js").Bottom} Bottom
 * @typedef {import("./roll.js").Roll} Roll
 */

import { brief, fixed, whole } from "../numbers.js";
import { curvature } from "./curves.js";
import { LIMIT } from "./roll.js";
import { basinOf, bottomAt, limits } from "./survey.js";
import { wayOut } from "./way-out.js";

/** A ball that takes more steps than this is a timid one. */
const LONG = 300;

/** @param {number} count */
const steps = count => `${whole(count)} ${count === 1 ? "step" : "steps"}`;

/**
 * @param {Curve} curve
 * @param {Survey} found
 * @param {Roll} roll that has ended
 * @param {string} rule
 * @param {number} alpha
 * @returns {{kind: string, title: string, text: string}}
 */
export function verdict(curve, found, roll, rule, alpha) {
  const { x, slope, moved, count } = roll;
  if (roll.end === "gone") {
    const where = count ? `after ${steps(count)}` : "before its first step";
    return told("gone", "Left the frame", `Gone ${where}: x = ${fixed(x, 2)}, where the curve is ${fixed(curve.value(x), 1)} high. ${roll.turns && grows(roll) ? `Each overshoot led to a steeper place, and so to a longer step: the last one was ${fixed(Math.abs(moved), 2)}.` : `The last step was ${fixed(Math.abs(moved), 2)}.`}`);
  }
  if (roll.end === "bounce") {
    const why = rule === "sign" ? "A fixed step can't become shorter, so it never settles." : "Each step throws it exactly as far to the other side.";
    return told("bounce", "Bounces between two sides", `From step ${whole(Math.max(0, count - 2))} on it goes to and fro between x = ${fixed(x - moved, 3)} and ${fixed(x, 3)}. ${why}`);
  }
  if (roll.end === "jumping") return told("jumping", "Never settles", `After ${steps(count)} it still jumps about, by ${fixed(Math.abs(moved), 2)} at the last one: no bottom it comes by is wide enough to hold steps of that length.`);
  if (roll.end === "timid") return told("timid", "Not there yet", `After ${steps(count)} it is at x = ${fixed(x, 3)}, and the slope is still ${fixed(slope, 4)}.`);
  return rest(curve, found, roll, rule === "sign" ? null : rule === "slope" ? 1 : alpha);
}

/** @param {Curve} curve @param {Survey} found @param {Roll} roll @param {number | null} alpha null: the rule has none */
function rest(curve, found, { x, slope, count, from }, alpha) {
  const bottom = bottomAt(found, x);
  const done = `Slope ${fixed(slope, 4)} after ${steps(count)}`;
  if (bottom < 0) {
    const top = curvature(curve, x) < -1e-3;
    return told("level", top ? "Balanced on a top" : "On level ground", `${done}, at x = ${fixed(x, 3)}: no slope, so no step, although this is ${top ? "a top" : "no bottom"}. The slope alone can't tell.`);
  }
  const here = found.bottoms[bottom];
  const many = found.bottoms.length;
  if (bottom === found.lowest) {
    const which = many === 1 ? "the bottom" : `bottom ${bottom + 1} of ${many}, the lowest`;
    const way = basinOf(found, from) === bottom || !count ? "" : " Its steps were long enough to carry it out of the basin it began in.";
    return told("converged", "Converged", `${done}: the ball rests at x = ${fixed(x, 3)} in ${which}.${way}`);
  }
  const lower = here.y - found.bottoms[found.lowest].y;
  return told("trapped", "Trapped", `${done}: it rests in bottom ${bottom + 1} of ${many}. The lowest is number ${found.lowest + 1}, ${fixed(lower, 2)} further down, but from here every way leads up.${count && alpha !== null ? wayTold(curve, found, from, alpha, bottom) : ""}`);
}

/** What larger alphas did when they were rolled. @param {Curve} curve @param {Survey} found @param {number} from @param {number} alpha @param {number} trap */
function wayTold(curve, found, from, alpha, trap) {
  const out = wayOut(curve, found, from, alpha, trap);
  if (!out) return " Larger alphas were tried from the same start: none got it to a lower bottom.";
  const where = `bottom ${out.bottom + 1}${out.bottom === found.lowest ? ", the lowest" : ""}`;
  return ` Tried from the same start: alpha = ${brief(out.alpha)} gets it out, to rest in ${where}.`;
}

/** Whether each step was longer than the one before. @param {Roll} roll */
function grows({ points }) {
  return points.slice(2).every(({ moved }, i) => Math.abs(moved) > Math.abs(points[i + 1].moved));
}

/** @param {string} kind @param {string} title @param {string} text */
function told(kind, title, text) {
  return { kind, title: `${title}.`, text };
}

/**
 * What is said while it rolls: how long it will take. Empty where that is not long.
 *
 * @param {Roll} fate the same ball at its end
 */
export function outlook(fate) {
  if (fate.end === "timid") return `At this pace it would take more than ${whole(LIMIT)} steps: the steps are too small.`;
  if (fate.end === "jumping") return "At this pace it never settles.";
  if (fate.count > LONG && fate.turns > fate.count / 10) return `It overshoots again and again: ${whole(fate.count)} steps in all until it ends.`;
  return fate.count > LONG ? `At this pace it takes ${whole(fate.count)} steps in all: each is tiny.` : "";
}

/** What is meant by the bend, and why it decides. */
export const BEND = "The bend of a bottom says how fast the slope changes there: it is the curve's second derivative. A step of alpha × slope leaves the ball 1 − alpha × bend times as far from the bottom as it was: beyond 2 ÷ bend that is further away, on the other side.";

/** What alpha does at a bottom. @param {Bottom | null} bottom null: the slope leads to none @param {number} alpha */
export function ranges(bottom, alpha) {
  if (!bottom) return { kind: "", text: "The slope leads to no bottom from here." };
  const { overshoots, flips } = limits(bottom);
  if (flips === Infinity) return { kind: "steady", text: "This bottom is level ground: it has no bend, and near it no alpha throws the ball out." };
  const exact = brief(Number(flips.toPrecision(4)));
  if (Math.abs(alpha / flips - 1) < 1e-6) return { kind: "edge", text: `alpha is exactly 2 ÷ bend = ${exact}: near the bottom the ball is thrown as far to the other side.` };
  if (alpha > flips) return { kind: "diverges", text: `alpha is above 2 ÷ bend = ${exact}: near this bottom every step leads further away.` };
  if (alpha > overshoots) return { kind: "overshoots", text: `Between 1 ÷ bend = ${brief(Number(overshoots.toPrecision(4)))} and 2 ÷ bend = ${exact}: near the bottom it overshoots, and still settles.` };
  return { kind: "steady", text: `Near the bottom, up to 1 ÷ bend = ${brief(Number(overshoots.toPrecision(4)))} it settles from one side; above 2 ÷ bend = ${exact} it is thrown out.` };
}
