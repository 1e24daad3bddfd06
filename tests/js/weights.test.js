import assert from "node:assert/strict";
import test from "node:test";

import { counted, mean, reach } from "../../static/weights/bins.js";
import { hiddenWords, places, spanInView } from "../../static/weights/places.js";
import { read, written } from "../../static/weights/text.js";

const XOR = [[[0.5, -1], [2, 3e-9], [0, 1]], [[4], [-6.25]]];

test("weights are written as numpy would read them, to the last digit", () => {
  assert.equal(written([[[0.1 + 0.2, -1e-9]], [[NaN], [-Infinity]]]),
    "syn0 = np.array([[0.30000000000000004, -1e-9]])\nsyn1 = np.array([[np.nan],\n                 [-np.inf]])\n");
});

const SAME = ["0.5", "-1", "2", "3e-9", "0", "1", "4", "-6.25"];
for (const [kind, text] of Object.entries({
  "as they were copied": written(XOR),
  "as numpy prints them": "array([[0.5, -1],\n [2, 3e-9],\n [0, 1]], dtype=float64), array([[4],[-6.25]])",
  "as JSON": JSON.stringify(XOR).replace("-6.25", "-6.25").replace("3e-9", "3e-9"),
  "as JSON with names": '{"syn0": [[0.5, -1], [2, 3e-9], [0, 1]], "syn1": [[4], [-6.25]]}',
  "as plain numbers": "0.5 -1\n2 3e-9\n0 1\n4\n-6.25",
  "with semicolons and comments": "0.5;-1;2;3e-9 # syn0 = 3\n0;1;4;−6.25",
})) {
  test(`weights are read ${kind}`, () => assert.deepEqual(read(text, XOR), { values: SAME, fault: "" }));
}

test("what is no number is left for the server to refuse", () => {
  assert.deepEqual(read("1 2 3 4 5 6 7 many", XOR).values.at(-1), "many");
});

test("a wrong count is said in words", () => {
  assert.equal(read("1 2 3", XOR).fault, "This network has 8 weights (syn0 3×2, syn1 2×1); the text has 3.");
  assert.equal(read("", [[[1]]]).fault, "This network has 1 weight (syn0 1×1); the text has none.");
});

test("arrows walk a matrix as it lies on the page", () => {
  const { beside, placeOf, weightAt } = places([[3, 8], [8, 1]]);
  assert.deepEqual(beside({ row: 0, column: 0 }, 1, 0), { row: 0, column: 1 });
  assert.equal(beside({ row: 2, column: 7 }, 0, 1), null);
  const laid = placeOf({ synapse: 1, row: 2, column: 0 });
  assert.deepEqual(weightAt(beside(laid, 1, 0)), { synapse: 1, row: 3, column: 0 });
  assert.equal(beside(laid, 0, 1), null);
});

test("reading on leads through all matrices and ends", () => {
  const { next } = places([[1, 2], [2, 1]]);
  const way = [{ row: 0, column: 0 }];
  for (let on = next(way[0], 1); on; on = next(on, 1)) way.push(on);
  assert.deepEqual(way.map(({ row, column }) => [row, column]), [[0, 0], [0, 1], [1, 0], [2, 0]]);
  assert.deepEqual(next({ row: 1, column: 0 }, -1), { row: 0, column: 1 });
});

test("what is out of view is said", () => {
  const boxes = [[0, 10], [10, 20], [20, 30]];
  assert.deepEqual(spanInView(boxes, 0, 22), [1, 2]);
  assert.equal(spanInView(boxes, 40, 50), null);
  assert.equal(hiddenWords("syn0", [1, 3], [1, 9], [3, 32]), "syn0: columns 1–9 of 32 in view");
  assert.equal(hiddenWords("syn0", [1, 3], [1, 4], [3, 4]), "");
  assert.equal(hiddenWords("syn1", null, [1, 1], [4, 1]), "syn1 out of view");
});

test("every weight is counted once, and what is no number never", () => {
  assert.deepEqual(counted([-1, 0, 0.99, 1, NaN, Infinity], 1, 2), [1, 3]);
  assert.equal(reach([0.3, -12, NaN]), 15);
  assert.equal(reach([]), 1);
  assert.equal(mean([1, 2, 3]), 2);
});
