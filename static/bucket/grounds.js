// @ts-check
/**
 * What the ball rolls on: the curves that are offered, and the one that was drawn, each with its bottoms and tops.
 *
 * @typedef {import("./parts.js").Ground} Ground
 */

import { CURVES } from "./curves.js";
import { curveOf } from "./drawn-curve.js";
import { judged } from "./drawn-words.js";
import { survey } from "./survey.js";

/** @param {import("./kept.js").Kept} kept @returns {() => Ground | null} the one of the chosen curve; null: too little of it is drawn */
export function grounds(kept) {
  const offered = Object.fromEntries(Object.values(CURVES).map(curve => [curve.name, { curve, found: survey(curve) }]));
  /** What was made of the drawing last. @type {{from: unknown, ground: Ground | null}} */
  let own = { from: null, ground: null };

  function drawn() {
    if (own.from !== kept.drawn) {
      const curve = judged(kept.drawn).ready ? curveOf(kept.drawn) : null;
      own = { from: kept.drawn, ground: curve && { curve, found: survey(curve) } };
    }
    return own.ground;
  }

  return () => offered[kept.curve] ?? drawn();
}
