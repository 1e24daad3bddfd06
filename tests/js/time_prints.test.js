import assert from "node:assert/strict";
import { test } from "node:test";

import { printed, prints } from "../../static/time/prints.js";

test("errors are printed with the twelve digits of the posts", () => {
  assert.equal(printed(0.49641003190272537), "0.496410031903");
  assert.equal(printed(0.008584525653247157), "0.00858452565325");
  assert.equal(printed(0.0005), "0.0005");
  assert.equal(printed(0.5), "0.5");
});

test("very small and very strange numbers are printed as Python prints them", () => {
  assert.equal(printed(0.0000123456), "1.23456e-05");
  assert.deepEqual([0, 1, NaN, Infinity].map(printed), ["0.0", "1.0", "nan", "inf"]);
});

test("every 10,000th is printed, and the newest", () => {
  const iterations = [0, 1, 5000, 10_000, 15_000, 20_000];
  const past = { iterations, mean_errors: iterations.map(() => 0.25) };
  const { regular, last } = prints(past, { iteration: 20_500, error: 0.125 });
  assert.deepEqual(regular.map(print => print.iteration), [0, 10_000, 20_000]);
  assert.deepEqual(last.map(print => print.iteration), [5000, 10_000, 15_000, 20_000, 20_500]);
  assert.equal(last.at(-1).text, "Error:0.125");
});

test("before anything was asked the present error is printed all the same", () => {
  const { regular } = prints({ iterations: [], mean_errors: [] }, { iteration: 0, error: 0.5 });
  assert.deepEqual(regular, [{ iteration: 0, text: "Error:0.5" }]);
});
