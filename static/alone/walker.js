// @ts-check
/**
 * Goes along a run: trains from where it is, and makes the edits that are due. Pure.
 *
 * @typedef {import("./waypoints.js").Place} Place
 * @typedef {import("./stages.js").Stage} Stage
 * @typedef {import("./curve.js").Bucket} Bucket
 *
 * @typedef {object} Course what all walkers of a run share
 * @property {Stage[]} stages
 * @property {import("./stages.js").Edit[]} edits
 * @property {(stage: number) => number[][]} rows
 * @property {() => number} clock milliseconds
 *
 * @typedef {object} Walker
 * @property {Place} place
 * @property {Stage} stage
 * @property {(goal: number, ms: number, bucketOf?: (iteration: number) => [Bucket | null, number], passed?: (ms: number) => void) => boolean} walk
 *   train to an iteration, or for so long; tell whether it is there
 * @property {(place: Place) => void} jump be somewhere else
 * @property {() => {error: number, layers: Float64Array[]}} look what the network gives just now
 */

import { kernelOf } from "./kernel.js";
import { copy } from "./waypoints.js";
import { edited, tableOf } from "./stages.js";

/** The clock is read after so large a share of the time there is. */
const SHARE = 8;
const NO_BUCKET = /** @type {(iteration: number) => [null, number]} */ (() => [null, Infinity]);

/** @param {Course} course @param {Place} start @returns {Walker} */
export function walker({ stages, edits, rows, clock }, start) {
  let place = copy(start);
  let stage = stages[place.stage];
  /** Iterations between two looks at the clock. */
  let stride = 1;
  let kernel = make();

  function make() {
    stride = 1;
    return kernelOf(stage.sizes, tableOf(rows(place.stage), stage.sizes), stage.rules);
  }

  /** @param {number} next */
  function enter(next) {
    const { network } = stage;
    place.stage = next;
    stage = stages[next];
    if (stage.network !== network) kernel = make();
  }

  function makeEdits() {
    while (place.stage < edits.length && edits[place.stage].at <= place.iteration) {
      place.weights = edited(place.weights, edits[place.stage]);
      enter(place.stage + 1);
    }
  }

  makeEdits();
  return {
    get place() {
      return place;
    },
    get stage() {
      return stage;
    },
    jump(to) {
      place = copy(to);
      enter(place.stage);
      makeEdits();
    },
    look() {
      const error = kernel.error(place.weights);
      return { error, layers: kernel.layers };
    },
    walk(goal, ms, bucketOf = NO_BUCKET, passed = () => {}) {
      const begin = clock();
      for (let now = begin; place.iteration < goal && now - begin < ms;) {
        const [bucket, until] = bucketOf(place.iteration);
        const wanted = place.iteration + stride;
        const end = Math.min(goal, until, wanted, edits[place.stage]?.at ?? Infinity);
        kernel.train(place.weights, stage.alpha, place.iteration, end, bucket);
        place.iteration = end;
        makeEdits();
        const took = clock() - now;
        now += took;
        passed(took);
        if (took > ms / SHARE) stride = Math.max(1, stride >> 1);
        else if (end === wanted && took < ms / SHARE / 2) stride *= 2;
      }
      return place.iteration >= goal;
    },
  };
}
