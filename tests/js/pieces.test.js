import assert from "node:assert/strict";
import test from "node:test";

import { mismatch, together } from "../../static/pieces/elementwise.js";
import { obstacle, pairs, product, resized, transposed } from "../../static/pieces/matrices.js";
import { randomNumbers } from "../../static/pieces/random.js";
import { inSteps, measured } from "../../static/pieces/sigmoid.js";
import { sigmoid, slope } from "../../static/sigmoid.js";
import { histogram, isStartOf, STEPS } from "../../static/pieces/start.js";
import { numberOf, seedOf } from "../../static/pieces/typed.js";
import { mean } from "../../static/weights/bins.js";

const A = [[1, 2, 3], [4, 5, 6]];
const B = [[7, 8], [9, 10], [11, 12]];
const near = (value, wanted, by) => assert.ok(Math.abs(value - wanted) <= by, `${value} is not near ${wanted}`);

test("the notes' example of a product", () => {
  assert.deepEqual(product(A, B), [[58, 64], [139, 154]]);
  assert.deepEqual(pairs(A, B, 1, 0), [[4, 7], [5, 9], [6, 11]]);
});

test("matrices meet only where the inner numbers are the same", () => {
  assert.equal(obstacle(A, B), null);
  assert.match(obstacle(resized([[1]], 4, 3), resized([[1]], 4, 1)), /^\(4×3\) · \(4×1\): the inner numbers 3 and 4 differ/);
});

test("a matrix turned twice is itself again", () => {
  assert.deepEqual(transposed(A), [[1, 4], [2, 5], [3, 6]]);
  assert.deepEqual(transposed(transposed(A)), A);
});

test("a larger shape keeps what was there, a smaller one what fits", () => {
  assert.deepEqual(resized(A, 3, 2), [[1, 2], [4, 5], [1, 1]]);
});

test("seeds give the numbers that numpy gives", () => {
  assert.deepEqual(randomNumbers(1, 3), [0.417022004702574, 0.7203244934421581, 0.00011437481734488664]);
  assert.equal(randomNumbers(0, 1)[0], 0.5488135039273248);
  assert.equal(randomNumbers(2 ** 32 - 1, 1)[0], 0.0976320289940138);
  assert.equal(randomNumbers(1, 1000)[999], 0.7744772660150796);
});

test("a run that began at random began with the drawn numbers, doubled, less one", () => {
  const draws = randomNumbers(1, 3);
  const weights = [draws.map(draw => [STEPS[2].of(draw)])];
  near(weights[0][0][0], -0.16595599, 1e-8);
  assert.ok(isStartOf(draws, weights));
  assert.ok(!isStartOf(draws, [[[0], [0], [0]]]));
  assert.ok(!isStartOf(draws, [[[NaN]]]));
  assert.ok(!isStartOf(draws, []));
});

test("many first weights fill the room from −1 to 1 evenly and have a mean near 0", () => {
  const values = randomNumbers(1, 10_000).map(STEPS[2].of);
  near(mean(values), 0, 0.02);
  const counts = histogram(values, -1, 1, 10);
  assert.equal(counts.reduce((a, b) => a + b), 10_000);
  assert.ok(counts.every(count => Math.abs(count - 1000) < 120));
});

test("columns of one length go together row by row, and a single number with all", () => {
  assert.deepEqual(together([5, 4, 3], [1, 1, 1], "-").map(({ made }) => made), [4, 3, 2]);
  assert.deepEqual(together([5, 4, 3], [2], "*").map(({ made }) => made), [10, 8, 6]);
  assert.match(mismatch([1, 2, 3], [1, 2]), /^3 numbers and 2/);
  assert.deepEqual(together([1, 2, 3], [1, 2], "+"), []);
});

test("the sigmoid at the places that the posts name", () => {
  for (const [x, out] of [[0, 0.5], [4, 0.982], [-4, 0.018]]) {
    near(sigmoid(x), out, 0.0005);
    assert.equal(inSteps(x).out, sigmoid(x));
  }
  for (const [x, steep] of [[2, 0.105], [0, 0.25], [-1, 0.197]]) near(slope(x), steep, 0.0005);
});

test("a slope measured over a small step is the one by out × (1 − out)", () => {
  for (const x of [-3, -1, 0, 0.5, 2]) near(measured(x, 0.001), slope(x), 1e-7);
  assert.ok(Math.abs(measured(0, 2) - 0.25) > 0.03);
});

test("what is no number is refused, and a typographic minus is a minus", () => {
  assert.deepEqual(numberOf(" −2.5 "), { value: -2.5 });
  for (const text of ["", "abc", "1e400", "Infinity", "0x", "2e6", "1,5"]) assert.ok("refusal" in numberOf(text), text);
  assert.deepEqual(seedOf("7"), { value: 7 });
  for (const text of ["-1", "1.5", "4294967296", ""]) assert.ok("refusal" in seedOf(text), text);
});

test("a product of typed decimals is a decimal", () => {
  assert.deepEqual(product([[1, 1]], [[-0.71], [-0.21]]), [[-0.92]]);
});
