// @ts-check
/** What is said of a slice. Pure. */

import { errorText, fixed, powers, signed } from "../numbers.js";

/** @typedef {"squares" | "errors"} Kind */

/** The two curves that can be drawn. @type {Record<Kind, {text: string, sentence: string}>} */
export const KINDS = {
  squares: { text: "½ Σ error²", sentence: "Half the sum of all squared errors: this is what training descends. Its slope × −alpha is the step." },
  errors: { text: "mean |error|", sentence: "What the lab shows as mean error. It is easier to read, but training does not follow its slope." },
};

/** @param {number} weight @param {[number, number]} range of the axis it stands on */
export function weightText(weight, [low, high]) {
  return fixed(weight, high - low > 5 ? 2 : high - low > 0.5 ? 3 : 4);
}

/** An error, so exactly that it moves where the ball can be seen to. @param {number} height */
export function heightText(height) {
  return height < 10 ? powers(errorText(height)) : fixed(height, height < 1_000 ? 3 : 1);
}

/**
 * @param {{at: number}[]} dips
 * @param {number[]} heights
 * @param {[number, number]} range
 */
export function minimaText(dips, heights, range) {
  const span = `between ${plain(range[0])} and ${plain(range[1])}`;
  const [first, last] = [heights[0], heights[heights.length - 1]];
  if (!Number.isFinite(first + last)) return "This slice has no height that is a number.";
  if (!dips.length) {
    const height = Math.max(...heights) - Math.min(...heights);
    if (height < 1e-12) return `This slice is flat ${span}: the weight makes no difference here.`;
    return `This slice has no minimum ${span}: it is lowest at its ${first < last ? "left" : "right"} end.`;
  }
  const places = dips.map(({ at }) => weightText(at, range));
  const listed = places.length === 1 ? places[0] : `${places.slice(0, -1).join(", ")} and ${places[places.length - 1]}`;
  return `This slice has ${dips.length} ${dips.length === 1 ? "minimum" : "minima"} ${span}, at ${listed}.`;
}

/**
 * How the slope and the step belong together.
 *
 * @param {Kind} kind
 * @param {boolean} lawful whether every line does what it should
 * @param {number} slope of the curve that is drawn
 * @param {number} step
 */
export function stepText(kind, lawful, slope, step) {
  // Of a switched program whose rows are not all here nobody knows the step.
  if (!lawful) return "A line of the program is switched, so the step need not be −alpha × slope of this curve.";
  if (!Number.isFinite(slope) || !Number.isFinite(step)) return "The weights are no numbers any more.";
  if (kind === "squares") return "The step is −alpha × slope: downhill, and the farther the steeper it is.";
  const uphill = slope * step > 0;
  return `The step follows the slope of ½ Σ error², not of this curve${uphill ? "; just now it leads uphill here" : ""}.`;
}

/** The chart, for those who do not see it. @param {Kind} kind @param {string} name @param {number} weight @param {[number, number]} range @param {number} slope @param {string} minima what is said of those */
export function chartText(kind, name, weight, range, slope, minima) {
  return `${KINDS[kind].text} against ${name}, which is ${weightText(weight, range)}. Slope ${powers(signed(slope, 4))}. ${minima}`;
}

/** Where the ball is, in the words of a slider. @param {Kind} kind @param {number} weight @param {[number, number]} range @param {number} height @param {number} slope */
export function ballText(kind, weight, range, height, slope) {
  return `${weightText(weight, range)}: ${KINDS[kind].text} ${heightText(height)}, slope ${powers(signed(slope, 4))}`;
}

/** @param {number} value */
function plain(value) {
  return String(Number(value.toPrecision(6))).replace("-", "−");
}
