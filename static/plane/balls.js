// @ts-check
/** All balls, which of them is looked at, and how they come through a reload. Pure. */

import { parsed } from "../memory.js";
import { ballAt, forgetWay, putBack } from "./ball.js";
import { POSTS_START } from "./field.js";

/** @typedef {import("./ball.js").Ball} Ball @typedef {import("./field.js").Pair} Pair */

export const MOST = 8;
export const CORNERS = /** @type {Pair[]} */ ([[-9, 9], [9, 9], [-9, -9], [9, -9]]);
export const FULL = `There are ${MOST} balls, and no more: take one away first.`;
const FARTHEST = 1e6;

/** @param {string | null} [saved] by `text` */
export function collection(saved = null) {
  let { list, chosen } = read(saved) ?? { list: [ballAt(1, POSTS_START)], chosen: 1 };

  /** The lowest number that no ball has. */
  const spare = () => Array.from({ length: MOST }, (_, i) => i + 1).find(number => list.every(ball => ball.number !== number)) ?? null;

  return {
    list: () => list,
    /** The one that is looked at. */
    chosen: () => list.find(({ number }) => number === chosen) ?? null,
    /** The ball that began there. @param {Pair} start */
    from: ([a, b]) => list.find(({ start }) => start[0] === a && start[1] === b) ?? null,
    /** @param {number} number */
    choose(number) {
      chosen = number;
    },
    /** @param {Pair} start @returns {Ball | null} null if there are as many as there may be */
    drop(start) {
      const number = spare();
      if (number === null) return null;
      const ball = ballAt(number, start);
      list = [...list, ball].sort((a, b) => a.number - b.number);
      chosen = number;
      return ball;
    },
    /** @param {number} number */
    remove(number) {
      list = list.filter(ball => ball.number !== number);
      if (chosen === number) chosen = list[0]?.number ?? 0;
    },
    clear() {
      list = [];
    },
    putBack() {
      for (const ball of list) putBack(ball);
    },
    /** The ground is another: where they are they stay, but their ways led over what is no more. */
    forgetWays() {
      for (const ball of list) forgetWay(ball);
    },
    text() {
      const round = (/** @type {number} */ value) => Number(value.toFixed(2));
      return JSON.stringify({
        chosen,
        balls: list.map(({ number, start, weights, iteration, trail: { iterations, w0, w1 } }) => ({
          number, start, weights: [...weights], iteration, trail: { iterations, w0: w0.map(round), w1: w1.map(round) },
        })),
      });
    },
  };
}

/** Of what was saved the balls that are sound. @param {string | null} text @returns {{list: Ball[], chosen: number} | null} null if none is, and there were some */
function read(text) {
  const { balls, chosen } = parsed(text);
  if (!Array.isArray(balls)) return null;
  /** @type {Ball[]} */
  const list = [];
  for (const ball of balls.map(ballOf)) if (ball && list.every(({ number }) => number !== ball.number)) list.push(ball);
  if (balls.length && !list.length) return null;
  return { list, chosen: list.some(({ number }) => number === chosen) ? chosen : list[0]?.number ?? 0 };
}

/** @param {any} saved @returns {Ball | null} */
function ballOf(saved) {
  const { number, start, weights, iteration, trail } = Object(saved);
  const sound = Number.isInteger(number) && number >= 1 && number <= MOST && Number.isInteger(iteration) && iteration >= 0;
  if (!sound || !isPair(start) || !isPair(weights)) return null;
  const ball = { ...ballAt(number, start), weights: Float64Array.from(weights), iteration };
  if (isTrail(trail)) ball.trail = trail;
  else forgetWay(ball);
  return ball;
}

/** @param {any} trail */
function isTrail(trail) {
  const parts = ["iterations", "w0", "w1"].map(key => trail?.[key]);
  const [iterations, w0, w1] = parts;
  return parts.every(Array.isArray) && w0.length > 0 && parts.every(({ length }) => length === w0.length)
    && iterations.every(Number.isInteger) && w0.every((/** @type {unknown} */ weight, /** @type {number} */ i) => isPair([weight, w1[i]]));
}

/** @param {unknown} pair */
function isPair(pair) {
  return Array.isArray(pair) && pair.length === 2 && pair.every(value => Number.isFinite(value) && Math.abs(value) <= FARTHEST);
}
