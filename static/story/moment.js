// @ts-check
/** What becomes of the selected example, in one sentence. Pure. */

import { equals, figure } from "../lines/figures.js";
import { powers, small } from "../numbers.js";

/** An output nearer to its target than this is nearly sure, and so on outwards. */
const [SURE, FAIRLY_SURE, UNDECIDED] = [0.053, 0.15, 0.28];
/** Beyond so many decimals nobody reads on. */
const MOST_DECIMALS = 9;

/** @param {number} row @param {number} output @param {number} target @param {boolean} [slopeless] whether its error goes back as it is */
export function sentence(row, output, target, slopeless = false) {
  const start = `Example ${row + 1} should give ${String(target).replace("-", "−")}`;
  if (!Number.isFinite(output)) return `${start}, but its numbers have grown beyond what a computer can hold.`;
  const off = Math.abs(output - target);
  const slope = output * (1 - output);
  const back = backwards(off, slopeless ? 1 : slope, slopeless);
  const gives = `gives ${beside(output, back.error)}`;
  const beyond = target > 1 ? "a sigmoid gives at most 1" : target < 0 ? "a sigmoid gives at least 0" : "";
  return powers(`${beyond ? `${start}; ${beyond}. It ${gives}.` : `${start} and ${gives}: ${mood(off, slope, target)}.`} ${back.told}`);
}

/** The error, and what of it goes back, in numbers that come out as they stand there. @param {number} off @param {number} slope @param {boolean} slopeless */
function backwards(off, slope, slopeless) {
  if (off === 0) return { error: "0", told: "There is no error, so nothing goes back." };
  if (slopeless) return { error: text(figure(off, 3)), told: `The error of ${text(figure(off, 3))} goes back as it is.` };
  if (slope === 0) return { error: text(figure(off, 3)), told: `The slope is 0, so nothing goes back of an error of ${text(figure(off, 3))}.` };
  const result = figure(off * slope, 2);
  const ways = [3, 4, 5].map(figures => [figure(off, figures), figure(slope, figures)]);
  const [error, steepness] = ways.find(([a, b]) => equals(a.value * b.value, result) === "=") ?? ways[ways.length - 1];
  const sign = equals(error.value * steepness.value, result);
  return { error: text(error), told: `An error of ${text(error)} × slope ${text(steepness)} ${sign} ${result.text} goes back.` };
}

/** A number as it stands in a sentence; those that say it all keep three decimals. @param {import("../lines/figures.js").Figure} figure */
const text = figure => (/^0\.\d{1,2}$/.test(figure.text) ? small(figure.value) : figure.text);

/** The output with as many decimals as its error has, so that both go together. @param {number} output @param {string} error */
function beside(output, error) {
  const [figures, power = "0"] = error.replaceAll("−", "-").split("e");
  const decimals = (figures.split(".")[1] ?? "").length - Number(power);
  return Math.abs(output) >= 0.1 && decimals > 3 ? output.toFixed(Math.min(MOST_DECIMALS, decimals)) : small(output);
}

/** Whether the last layer's errors go back without a slope. @param {import("../messages.js").Snapshot} run */
export function isSlopeless({ code, frame }) {
  const line = code.find(({ key }) => key === `l${frame.layers.length}_delta`);
  return line !== undefined && !line.text.includes("slope(");
}

/** @param {number} off @param {number} slope @param {number} target */
function mood(off, slope, target) {
  // Between 0 and 1 there is no side to be on.
  if (target !== 0 && target !== 1) return slope < 0.05 ? "very sure" : "not sure";
  const doubt = Math.min(off, 1 - off);
  const right = off < 0.5;
  if (doubt >= UNDECIDED) return "undecided";
  if (doubt >= FAIRLY_SURE) return right ? "leaning the right way" : "leaning the wrong way";
  if (doubt >= SURE) return `${right ? "right" : "wrong"} and fairly sure`;
  return right ? "right and nearly sure" : "wrong and very sure";
}
