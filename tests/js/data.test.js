import assert from "node:assert/strict";
import test from "node:test";

import { columnStatistics } from "../../static/data/column.js";
import { asCsv, bytesOf, textOf, tooLarge, tooLong } from "../../static/data/csv.js";
import { judged, slopeAt } from "../../static/data/judgement.js";
import { correlationText, inView, tableInWords } from "../../static/data/words.js";

const run = {
  columns: ["x1", "a, b"], inputs: [[0, 1], [0.5, -2]], targets: [[1], [0]], first_row: 0, rows: 2,
};
const page = { ...run, first_row: 40, rows: 1200 };

test("a prediction on the target's side of one half is right", () => {
  assert.deepEqual(judged([0.51], [1]), { verdict: "right", text: "1", mark: "✓", spoken: "1, right" });
  assert.equal(judged([0.51], [0]).verdict, "wrong");
});

test("what shows as exactly one half is neither", () => {
  assert.equal(judged([0.5], [1]).verdict, "undecided");
  assert.equal(judged([0.49999], [0]).text, "½");
});

test("a target between 0 and 1 makes nothing right or wrong", () => {
  assert.equal(judged([0.3], [0.3]).mark, "");
});

test("of several outputs all must be right", () => {
  assert.deepEqual(judged([0.9, 0.2], [1, 0]).text, "10");
  assert.equal(judged([0.9, 0.2], [1, 1]).verdict, "wrong");
  assert.equal(judged(Array(8).fill(0.9), [1, 1, 1, 1, 1, 1, 1, 0]).text, "7/8");
});

test("NaN is wrong and stays NaN", () => {
  assert.deepEqual(judged([NaN], [1]), { verdict: "wrong", text: "NaN", mark: "✗", spoken: "NaN, wrong" });
});

test("the slope is steepest where a prediction is undecided", () => {
  assert.equal(slopeAt(0.5), 0.25);
  assert.equal(slopeAt(1), 0);
});

test("a constant column has no correlation", () => {
  assert.equal(correlationText(NaN), "–");
  assert.equal(correlationText(-1), "−1.00");
  assert.equal(correlationText(-1e-17), "0.00");
});

test("a table is told in words, and what of it is in view", () => {
  assert.equal(tableInWords(run), "2 examples, 2 inputs, 1 target; all in view.");
  assert.equal(tableInWords(page), "1,200 examples, 2 inputs, 1 target; rows 41–42 are in view.");
  assert.equal(inView(page), "rows 41–42 of 1,200");
});

test("a table is copied with its names, and those of several targets are known again", () => {
  assert.equal(asCsv(run), 'x1,"a, b",y\n0,1,1\n0.5,-2,0\n');
  assert.equal(asCsv({ ...run, columns: ["p", "q"], targets: [[1, 0], [0, 1]] }), "p,q,y0,y1\n0,1,1,0\n0.5,-2,0,1\n");
});

test("too large a table is refused in words before it is sent", () => {
  assert.equal(bytesOf({ type: "load_data", text: "é\n" }), '{"type":"load_data","text":"é\\n"}'.length + 1);
  assert.equal(tooLarge(10, 10), null);
  assert.equal(tooLarge(1_000_001, 1_000_000), "This table is 1,000,001 bytes long; the server takes 1,000,000 at the most.");
});

test("rows are counted before anything else, and lines without any are none", () => {
  assert.equal(tooLong("x,y\r\n1,0\r\n\r\n0,1\r\n", 2), null);
  assert.equal(tooLong("1\n2\n3", 2), "This table has 3 rows, and this lab takes up to 2.");
  assert.equal(tooLong("0,1\n".repeat(1_000_000), 10_000), "This table has 1,000,000 rows, and this lab takes up to 10,000.");
});

test("a file is read as UTF-8 without its byte order mark, and nothing else", () => {
  assert.equal(textOf(new Uint8Array([0xef, 0xbb, 0xbf, 0x31]).buffer), "1");
  assert.equal(textOf(new Uint8Array([0xff, 0xfe, 0x31, 0]).buffer), null);
});

test("a column has a least, a mean and a most", () => {
  assert.deepEqual(columnStatistics([0, 1, 1, 0]), { min: 0, mean: 0.5, max: 1 });
});
