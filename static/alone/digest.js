// @ts-check
/** The fingerprint of an iteration and of every bit of the weights: `Run.digest` in engine/run.py. Pure. */

import { sha256 } from "./sha256.js";

/** @param {number} iteration @param {number[]} sizes @param {Float64Array} weights */
export function digestOf(iteration, sizes, weights) {
  const head = new TextEncoder().encode(`${iteration} (${sizes.join(", ")}) `);
  const bytes = new Uint8Array(head.length + 8 * weights.length);
  bytes.set(head);
  const view = new DataView(bytes.buffer, head.length);
  weights.forEach((weight, i) => {
    // There are many NaNs, and the engine has one for all.
    if (Number.isNaN(weight)) view.setBigUint64(8 * i, 0x7ff8000000000000n, true);
    else view.setFloat64(8 * i, weight, true);
  });
  return sha256(bytes);
}
