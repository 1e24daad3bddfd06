// @ts-check
/**
 * The products of matrices, each sum in the order of engine/loops.py. They go where they are told; a matrix lies in a
 * vector row by row, those of weights one behind the other. Pure.
 */

/** Partial sums of a scalar product. */
const LANES = 8;
/** Sums that are taken side by side, each in its own order: it is faster. */
const AT_ONCE = 4;
/** What can be added to any number without changing a bit of it. */
const NOTHING = -0;

/**
 * Into a layer of several units: one term after the other.
 * @param {Float64Array} source @param {Float64Array} weights @param {number} synapse @param {Float64Array} target
 * @param {number} rows @param {number} before @param {number} after
 */
export function sums(source, weights, synapse, target, rows, before, after) {
  for (let row = 0; row < rows; row++) {
    const a = row * before;
    const z = row * after;
    let j = 0;
    for (; j + AT_ONCE <= after; j += AT_ONCE) {
      let w = synapse + j;
      const first = source[a];
      let s0 = first * weights[w];
      let s1 = first * weights[w + 1];
      let s2 = first * weights[w + 2];
      let s3 = first * weights[w + 3];
      for (let k = 1; k < before; k++) {
        w += after;
        const value = source[a + k];
        s0 += value * weights[w];
        s1 += value * weights[w + 1];
        s2 += value * weights[w + 2];
        s3 += value * weights[w + 3];
      }
      target[z + j] = s0;
      target[z + j + 1] = s1;
      target[z + j + 2] = s2;
      target[z + j + 3] = s3;
    }
    for (; j < after; j++) {
      let sum = source[a] * weights[synapse + j];
      for (let k = 1, w = synapse + after + j; k < before; k++, w += after) sum += source[a + k] * weights[w];
      target[z + j] = sum;
    }
  }
}

/**
 * Into the only unit of the last layer: eight partial sums, then halves added to halves.
 * @param {Float64Array} source @param {Float64Array} weights @param {number} synapse @param {Float64Array} target
 * @param {number} rows @param {number} before
 */
export function products(source, weights, synapse, target, rows, before) {
  for (let row = 0, a = 0; row < rows; row++, a += before) target[row] = product(source, a, weights, synapse, before);
}

/**
 * The scalar product of `n` numbers of each.
 * @param {Float64Array} one @param {number} a @param {Float64Array} other @param {number} b @param {number} n
 */
function product(one, a, other, b, n) {
  let s0 = NOTHING;
  let s1 = NOTHING;
  let s2 = NOTHING;
  let s3 = NOTHING;
  let s4 = NOTHING;
  let s5 = NOTHING;
  let s6 = NOTHING;
  let s7 = NOTHING;
  let k = 0;
  for (; k + LANES <= n; k += LANES) {
    s0 += one[a + k] * other[b + k];
    s1 += one[a + k + 1] * other[b + k + 1];
    s2 += one[a + k + 2] * other[b + k + 2];
    s3 += one[a + k + 3] * other[b + k + 3];
    s4 += one[a + k + 4] * other[b + k + 4];
    s5 += one[a + k + 5] * other[b + k + 5];
    s6 += one[a + k + 6] * other[b + k + 6];
    s7 += one[a + k + 7] * other[b + k + 7];
  }
  if (k < n) s0 += one[a + k] * other[b + k];
  if (k + 1 < n) s1 += one[a + k + 1] * other[b + k + 1];
  if (k + 2 < n) s2 += one[a + k + 2] * other[b + k + 2];
  if (k + 3 < n) s3 += one[a + k + 3] * other[b + k + 3];
  if (k + 4 < n) s4 += one[a + k + 4] * other[b + k + 4];
  if (k + 5 < n) s5 += one[a + k + 5] * other[b + k + 5];
  if (k + 6 < n) s6 += one[a + k + 6] * other[b + k + 6];
  return s0 + s4 + (s2 + s6) + (s1 + s5 + (s3 + s7));
}

/**
 * What each row asks of every weight, row after row: layer.T @ delta.
 * @param {Float64Array} source @param {Float64Array} delta @param {Float64Array} update @param {number} synapse
 * @param {number} rows @param {number} before @param {number} after
 */
export function gather(source, delta, update, synapse, rows, before, after) {
  for (let k = 0; k < before; k++) {
    const u = synapse + k * after;
    let j = 0;
    for (; j + AT_ONCE <= after; j += AT_ONCE) {
      let s0 = NOTHING;
      let s1 = NOTHING;
      let s2 = NOTHING;
      let s3 = NOTHING;
      for (let row = 0, a = k, d = j; row < rows; row++, a += before, d += after) {
        const value = source[a];
        s0 += value * delta[d];
        s1 += value * delta[d + 1];
        s2 += value * delta[d + 2];
        s3 += value * delta[d + 3];
      }
      update[u + j] = s0;
      update[u + j + 1] = s1;
      update[u + j + 2] = s2;
      update[u + j + 3] = s3;
    }
    for (; j < after; j++) {
      let sum = NOTHING;
      for (let row = 0, a = k, d = j; row < rows; row++, a += before, d += after) sum += source[a] * delta[d];
      update[u + j] = sum;
    }
  }
}

/**
 * Back to the layer before: one term after the other.
 * @param {Float64Array} delta @param {Float64Array} weights @param {number} synapse @param {Float64Array} layer
 * @param {Float64Array} target @param {number} rows @param {number} before @param {number} after @param {boolean} slopeless
 */
export function carry(delta, weights, synapse, layer, target, rows, before, after, slopeless) {
  for (let row = 0; row < rows; row++) {
    const a = row * before;
    const d = row * after;
    for (let k = 0, w = synapse; k < before; k++, w += after) {
      let carried = delta[d] * weights[w];
      for (let j = 1; j < after; j++) carried += delta[d + j] * weights[w + j];
      const out = layer[a + k];
      target[a + k] = slopeless ? carried : carried * (out * (1 - out));
    }
  }
}
