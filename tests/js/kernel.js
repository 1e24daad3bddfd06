// The kernel's arithmetic once more, for networks with one hidden layer and one output: proof that the same additions,
// multiplications and divisions give the same bits outside Python. See engine/arithmetic.py and engine/loops.py.

const COEFFICIENTS = [
  0.5000000000000001, 0.16666666666666669, 0.04166666666662413, 0.008333333333330062, 0.0013888888917213717,
  0.00019841269863053618, 2.4801521295954376e-5, 2.7557268459997064e-6, 2.7620088445409746e-7, 2.510038549551032e-8,
]
const SHIFT = 1.5 * 2 ** 52
const number = new Float64Array(1)
const words = new Int32Array(number.buffer) // the low word first, as on every machine with a browser

/** @param {number} x */
export function exp(x) {
  let inside = x > 710 ? 710 : x
  inside = inside < -708 ? -708 : inside
  const shifted = inside * 1.4426950408889634 + SHIFT
  const whole = shifted - SHIFT
  const r = inside - whole * 6.93147180369123816490e-1 - whole * 1.90821492927058770002e-10
  const [c0, c1, c2, c3, c4, c5, c6, c7, c8, c9] = COEFFICIENTS
  const r2 = r * r
  const r4 = r2 * r2
  const low = c0 + r * c1 + r2 * (c2 + r * c3)
  const high = c4 + r * c5 + r2 * (c6 + r * c7) + r4 * (c8 + r * c9)
  const power = 1 + (r + r2 * (low + r4 * high))
  number[0] = shifted
  words[1] = (words[0] + 1023) << 20
  words[0] = 0
  return power * number[0]
}

/** @param {number} x */
const sigmoid = (x) => 1 / (1 + exp(-x))

/**
 * Eight partial sums, then halves added to halves.
 * @param {number} n
 * @param {(k: number) => number} term
 */
function sum(n, term) {
  const s = new Float64Array(8).fill(-0)
  for (let k = 0; k < n; k += 1) s[k % 8] += term(k)
  return s[0] + s[4] + (s[2] + s[6]) + (s[1] + s[5] + (s[3] + s[7]))
}

/**
 * Train weights (syn0, then syn1) in place.
 * @param {Float64Array} weights
 * @param {number[][]} X
 * @param {number[]} y
 * @param {number} alpha
 * @param {number} iterations
 */
export function train(weights, X, y, alpha, iterations) {
  const inputs = X[0].length
  const hidden = weights.length / (inputs + 1)
  const syn1 = inputs * hidden
  const l1 = X.map(() => new Float64Array(hidden))
  const delta1 = X.map(() => new Float64Array(hidden))
  const delta2 = new Float64Array(X.length)
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    for (let row = 0; row < X.length; row += 1) {
      for (let unit = 0; unit < hidden; unit += 1) {
        let x = X[row][0] * weights[unit]
        for (let k = 1; k < inputs; k += 1) x += X[row][k] * weights[k * hidden + unit]
        l1[row][unit] = sigmoid(x)
      }
      const l2 = sigmoid(sum(hidden, (k) => l1[row][k] * weights[syn1 + k]))
      delta2[row] = (y[row] - l2) * (l2 * (1 - l2))
      for (let unit = 0; unit < hidden; unit += 1) {
        const out = l1[row][unit]
        delta1[row][unit] = delta2[row] * weights[syn1 + unit] * (out * (1 - out))
      }
    }
    for (let unit = 0; unit < hidden; unit += 1) {
      let update = -0
      for (let row = 0; row < X.length; row += 1) update += l1[row][unit] * delta2[row]
      weights[syn1 + unit] += alpha * update
      for (let k = 0; k < inputs; k += 1) {
        update = -0
        for (let row = 0; row < X.length; row += 1) update += X[row][k] * delta1[row][unit]
        weights[k * hidden + unit] += alpha * update
      }
    }
  }
}
