// @ts-check
/**
 * The error at every iteration, kept in little room without losing a spike: the lowest and the highest of every bucket,
 * as in engine/curve.py. Pure.
 *
 * @typedef {object} Bucket
 * @property {number} start its first iteration
 * @property {number} lowAt
 * @property {number} low
 * @property {number} highAt
 * @property {number} high NaN counts as the highest
 */

/** Iterations up to here are kept one by one; every octave after that in half as many buckets. */
const EXACT = 512;

/** How many iterations share the bucket of this one. @param {number} iteration */
function bucketWidth(iteration) {
  let width = 1;
  while (iteration >= EXACT * width) width *= 2;
  return width;
}

export function errorCurve() {
  /** @type {number[]} */
  const iterations = [];
  /** @type {number[]} */
  const errors = [];
  let bucket = empty(-1);

  return {
    /** The bucket that an iteration falls into, and where it ends. @param {number} iteration @returns {[Bucket, number]} */
    bucketOf(iteration) {
      const width = bucketWidth(iteration);
      const start = Math.floor(iteration / width) * width;
      if (start !== bucket.start) {
        for (const [at, error] of pointsOf(bucket)) {
          iterations.push(at);
          errors.push(error);
        }
        bucket = empty(start);
      }
      return [bucket, start + width];
    },

    /** All that is to be drawn. @returns {{iterations: number[], errors: number[]}} */
    points() {
      const open = pointsOf(bucket);
      return { iterations: [...iterations, ...open.map(([at]) => at)], errors: [...errors, ...open.map(([, error]) => error)] };
    },
  };
}

/** @param {number} start @returns {Bucket} */
function empty(start) {
  return { start, lowAt: -1, low: NaN, highAt: -1, high: -Infinity };
}

/** The one or two points of a bucket, in order. @param {Bucket} bucket @returns {[number, number][]} */
function pointsOf({ lowAt, low, highAt, high }) {
  if (lowAt < 0) return highAt < 0 ? [] : [[highAt, high]];
  if (lowAt === highAt) return [[lowAt, low]];
  return lowAt < highAt ? [[lowAt, low], [highAt, high]] : [[highAt, high], [lowAt, low]];
}
