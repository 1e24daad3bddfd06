// @ts-check
/** Keys on the timeline: one iteration, a tenth of its length, and both ends. Pure but for listening. */

import { between } from "./scale.js";

const TENTH = 0.1;
/** @type {Record<string, [iterations: number, tenths: number]>} */
const KEYS = {
  ArrowRight: [1, 0], ArrowUp: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [-1, 0], PageUp: [0, 1], PageDown: [0, -1],
};

/**
 * Where a key leads, or null.
 *
 * @param {string} key
 * @param {{at: number, reach: number, scale: import("./scale.js").TimeScale}} here
 */
export function stepOf(key, { at, reach, scale }) {
  if (key === "Home") return 0;
  if (key === "End") return reach;
  const [iterations, tenths] = KEYS[key] ?? [];
  if (iterations === undefined || tenths === undefined) return null;
  const turned = scale.toIteration(scale.toShare(at) + TENTH * tenths);
  return between(tenths ? turned : at + iterations, 0, reach);
}

/** @param {HTMLElement} input @param {() => Parameters<typeof stepOf>[1]} here @param {(iteration: number) => void} go */
export function steps(input, here, go) {
  input.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = stepOf(event.key, here());
    if (to === null) return;
    event.preventDefault();
    go(to);
  });
}
