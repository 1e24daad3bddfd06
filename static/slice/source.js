// @ts-check
/**
 * Where the curve comes from: from the page itself where it holds all rows, else from the server. A curve is that of all
 * other weights, so it stays as it is while only its own weight is moved.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../lab.js").WeightPlace} WeightPlace
 * @typedef {import("../messages.js").Snapshot} Run
 * @typedef {import("./range.js").Range} Range
 * @typedef {import("./cutter.js").Slice & {next: number, isKnown: boolean, isLawful: boolean}} Found
 *   next: the weight after one more iteration; isKnown: whether anybody knows that
 *
 * @typedef {ReturnType<typeof cutter>} Cutter
 *
 * @typedef {object} Wanted
 * @property {WeightPlace} place
 * @property {Range} range
 * @property {number} weight the ball's
 * @property {boolean} isHeld whether somebody has it in hand
 * @property {boolean} hurried whether the curve is to be that of this very frame
 */

import { shapeOf } from "../cadence.js";
import { asking } from "./asking.js";
import { cutter } from "./cutter.js";
import { onCurve } from "./on-curve.js";
import { replaced, sameOthers } from "./others.js";
import { lawful, rulesOf, sizesOf, tableOf } from "./rules.js";

/** Work for a curve that is drawn at every frame; a larger one is drawn less often while the run trains. */
const CHEAP = 400_000;
/** Milliseconds until then, for each so much work. */
const PAUSE = 30;

/** @param {() => void} changed there is more to see */
export function source(changed) {
  const server = asking(changed);
  /** @type {{of: unknown, shape: string, cutter: Cutter | null, isLawful: boolean} | null} */
  let tools = null;
  /** The others that were looked at last; a new number for each of them. @type {{of: string, tools: unknown, weights: number[][][], version: number}} */
  let others = { of: "", tools: null, weights: [], version: 0 };
  /** The newest curve of our own. @type {{of: string, tools: unknown, version: number, weights: number[][][], curve: import("./cutter.js").Curve, at: number} | null} */
  let own = null;
  /** The weight that the server was asked about last. */
  let asked = NaN;
  /** What was found last, and from what. @type {{from: unknown[], found: Found} | null} */
  let last = null;

  /** What computes, for the rows, rules and shape of now. @param {Run} run @param {import("../messages.js").Frame} frame */
  function toolsFor(run, frame) {
    const shape = shapeOf(frame);
    if (tools?.of === run && tools.shape === shape) return tools;
    const [sizes, all, rules] = [sizesOf(frame.weights), tableOf(run), rulesOf(run.code)];
    const fits = all && sizes[0] === run.inputs[0].length && sizes[sizes.length - 1] === run.targets[0].length;
    return (tools = { of: run, shape, isLawful: lawful(rules), cutter: fits ? cutter(sizes, all, rules) : null });
  }

  /** @param {number[][][]} weights @param {WeightPlace} place */
  function versionOf(weights, place) {
    const of = JSON.stringify(place);
    const same = others.of === of && others.tools === tools && sameOthers(others.weights, weights, place);
    others = { of, tools, weights, version: others.version + Number(!same) };
    return others.version;
  }

  /** @param {Cutter} cutter @param {number[][][]} weights @param {Wanted} wanted @param {number} alpha @param {boolean} isLawful */
  function ownSlice(cutter, weights, { place, range, weight, isHeld, hurried }, alpha, isLawful) {
    const of = JSON.stringify([place, range]);
    const version = versionOf(weights, place);
    if (own?.version !== version || own.of !== of) {
      const pause = (cutter.work(range) / CHEAP) * PAUSE;
      const waits = own?.of === of && own.tools === tools && !hurried && pause > PAUSE && performance.now() - own.at < pause;
      if (!waits) own = { of, tools, version, weights, curve: cutter.curve(weights, place, range), at: performance.now() };
    } else own.weights = weights;
    const { curve, weights: those } = /** @type {NonNullable<typeof own>} */ (own);
    return kept([curve, those, isHeld && weight, alpha], () => {
      const all = isHeld ? replaced(those, place, weight) : those;
      return { ...curve, ...cutter.at(all, place), next: cutter.next(all, place, alpha), isKnown: true, isLawful };
    });
  }

  /** @param {string} session @param {Run} run @param {import("../messages.js").Frame} frame @param {Wanted} wanted @param {number} alpha @param {boolean} isLawful */
  function servers(session, run, frame, { place, range, weight, isHeld }, alpha, isLawful) {
    if (!isHeld) asked = weight;
    const of = `${run.run} ${run.basis} ${shapeOf(frame)}`;
    const answer = server.get({ session, of, place, range, moment: `${versionOf(frame.weights, place)} ${asked}` });
    if (!answer || answer.run !== run.run) return null; // the server had turned to another before this page heard of it
    return kept([answer, weight, alpha], () => {
      const { here, slopes } = pointOn(answer, weight);
      return { ...answer, here, slopes, next: isLawful ? here[0] - alpha * slopes[1] : NaN, isKnown: isLawful, isLawful };
    });
  }

  /** As it was, if it is from the same. @param {unknown[]} from @param {() => Found} find */
  function kept(from, find) {
    if (!last || !from.every((part, i) => Object.is(part, last?.from[i]))) last = { from, found: find() };
    return last.found;
  }

  return {
    /** Null while nobody knows it yet. @param {State} state @param {Wanted} wanted @returns {Found | null} */
    look({ run, frame, controls, welcome }, wanted) {
      if (!run || !frame || !controls) return null;
      const { cutter, isLawful } = toolsFor(run, frame);
      return cutter ? ownSlice(cutter, frame.weights, wanted, controls.alpha, isLawful)
        : servers(welcome?.session ?? "", run, frame, wanted, controls.alpha, isLawful);
    },
  };
}

/** Where a weight stands on a curve that was cut when it was another; where that does not reach, as it was. @param {import("./cutter.js").Slice} slice @param {number} weight */
function pointOn({ places, errors, squares, here, slopes }, weight) {
  const [error, square] = [onCurve(places, errors, weight), onCurve(places, squares, weight)];
  const isHere = here[0] === weight || Number.isNaN(error.height + square.height);
  return isHere ? { here, slopes } : { here: [weight, error.height, square.height], slopes: [error.slope, square.slope] };
}
