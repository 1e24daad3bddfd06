// @ts-check
/**
 * One game by hand: a hidden curve, where the ball is, where it was before, and what can be said of it. Pure but for the
 * game itself.
 *
 * @typedef {object} Played what must be kept of it
 * @property {number} seed
 * @property {number} x
 * @property {number[]} visited before, the start first
 * @property {boolean} over
 */

import { fixed } from "../numbers.js";
import { FRAME } from "./curves.js";
import { hidden, learned, reached } from "./game.js";
import { survey } from "./survey.js";

const BEGIN = "The curve is hidden: a slope below 0 falls to the right, above 0 to the left.";

/** @param {import("./curves.js").Curve} open the curve that is hidden @param {number} seed @param {Played | null} [before] of that game, to go on with */
export function hunt(open, seed, before = null) {
  const { curve, start, disguise } = hidden(open, seed);
  const found = survey(curve);
  const goesOn = before !== null && before.seed === seed && (before.visited[0] ?? before.x) === start;
  let { x, over, visited } = goesOn ? { ...before, visited: [...before.visited] } : { x: start, over: false, visited: /** @type {number[]} */ ([]) };

  const at = (/** @type {number} */ place) => ({ x: place, slope: curve.slope(place) });
  const many = () => `${visited.length} ${visited.length === 1 ? "move" : "moves"}`;

  /** @param {number} bottom */
  function which(bottom) {
    return found.bottoms.length > 1 ? `bottom ${bottom + 1} of ${found.bottoms.length}${bottom === found.lowest ? ", the lowest" : ""}` : "the bottom";
  }

  /** How a game ended. */
  function ending() {
    const bottom = reached(found, x);
    if (bottom < 0) return { kind: "level", title: "Here is the curve.", text: `You made ${many()}; the slope where you stand is ${fixed(curve.slope(x), 2)}.` };
    const deeper = found.bottoms[bottom].y - found.bottoms[found.lowest].y;
    const hint = bottom === found.lowest ? "" : ` The lowest is ${fixed(deeper, 1)} further down: the slope can't tell you that.`;
    return { kind: "converged", title: "Level ground!", text: `You reached ${which(bottom)} in ${many()}.${hint}` };
  }

  return {
    curve, start, found, which,
    at: () => at(x),
    visited: () => visited,
    isOver: () => over,
    /** What was done to the curve, once it is shown; empty: nothing, or not yet. */
    disguise: () => (over ? disguise : ""),
    /** In which bottom the ball is; -1: in none. */
    reached: () => reached(found, x),
    /** @param {number} by @returns {boolean} whether the ball could be moved: the frame has an end */
    move(by) {
      const to = Math.round((x + by) * 100) / 100;
      if (to < FRAME.low || to > FRAME.high) return false;
      visited.push(x);
      x = to;
      over = reached(found, x) >= 0;
      return true;
    },
    giveUp() {
      over = true;
    },
    outcome() {
      if (over) return ending();
      if (!visited.length) return { kind: "", title: "Find the bottom.", text: BEGIN };
      return { kind: "", title: `Move ${visited.length}.`, text: learned(at(visited[visited.length - 1]), at(x)) };
    },
    /** @returns {Played} */
    played: () => ({ seed, x, visited, over }),
  };
}

/** @typedef {ReturnType<typeof hunt>} Hunt */

/** Whether something is what `played` gave once. @param {any} saved */
export function isPlayed(saved) {
  const isPlace = (/** @type {any} */ x) => typeof x === "number" && x >= FRAME.low && x <= FRAME.high;
  return Number.isInteger(saved?.seed) && typeof saved.over === "boolean" && Array.isArray(saved.visited) && [saved.x, ...saved.visited].every(isPlace);
}
