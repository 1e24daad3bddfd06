// @ts-check
/** Blind searches, done one a frame so that the page goes on. */

import { darts, median, SEARCHES } from "./search.js";

/** @param {() => void} found another one is done */
export function searching(found) {
  /** @type {(number | null)[]} */
  let done = [];
  let wanted = "";
  let asked = 0;

  /** @param {import("./curves.js").Curve} curve @param {number} depth */
  function next(curve, depth) {
    asked = requestAnimationFrame(() => {
      done.push(darts(curve, depth, done.length + 1));
      if (done.length < SEARCHES) next(curve, depth);
      found();
    });
  }

  return {
    /** @param {import("./curves.js").Curve} curve @param {number} depth */
    seek(curve, depth) {
      const now = `${curve.name} ${depth}`;
      if (now === wanted) return;
      this.forget();
      wanted = now;
      next(curve, depth);
    },
    forget() {
      cancelAnimationFrame(asked);
      [done, wanted] = [[], ""];
    },
    done: () => done,
    middle: () => (done.length < SEARCHES ? null : median(done)),
  };
}
