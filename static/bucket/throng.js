// @ts-check
/**
 * Many balls on their way: each has its whole way from the beginning, and all of them go along by the same steps.
 *
 * @typedef {import("./balls.js").Ball & {born: number}} Dropped born: the step at which it was dropped
 */

import { rolled } from "./balls.js";

/** @typedef {import("./parts.js").Ground} Ground */

export function throng() {
  /** @type {Dropped[]} */
  let balls = [];
  let step = 0;

  const last = () => Math.max(0, ...balls.map(({ born, way }) => born + way.length - 1));
  const isDone = (/** @type {Dropped} */ { born, way }) => step >= born + way.length - 1;

  return {
    /** All anew. @param {Ground} ground @param {number} alpha @param {number[]} places */
    drop({ curve, found }, alpha, places) {
      balls = places.map(x => ({ ...rolled(curve, found, alpha, x), born: 0 }));
      step = 0;
    },
    /** One more, now. @param {Ground} ground @param {number} alpha @param {number} x */
    add({ curve, found }, alpha, x) {
      balls.push({ ...rolled(curve, found, alpha, x), born: step });
    },
    clear() {
      [balls, step] = [[], 0];
    },
    /** @returns {boolean} whether there is more to come */
    go() {
      step = Math.min(step + 1, last());
      return step < last();
    },
    finish() {
      step = last();
    },
    count: () => balls.length,
    /** Those at their ends. */
    done: () => balls.filter(isDone),
    /** Whether all are. */
    isOver: () => balls.every(isDone),
    /** Where all of them are to be drawn. @param {number} [share] of the newest step */
    places(share = 1) {
      return balls.map(({ way, born, home }) => {
        const now = Math.min(way.length - 1, Math.max(0, step - born));
        const before = way[Math.max(0, now - 1)];
        const rolls = share < 1 && step - born < way.length;
        return { x: rolls ? before + (way[now] - before) * share : way[now], home, rests: !rolls && now === way.length - 1 };
      });
    },
  };
}

/** @typedef {ReturnType<typeof throng>} Throng */
