import assert from "node:assert/strict";
import { test } from "node:test";

import { bestBySize, cellsOf, errorsOf, runOf, signOf } from "../../static/studies/map-cells.js";
import { between, contrast, heat, inkOn, spanOf } from "../../static/studies/map-colour.js";
import { cellWords, mapWords, textOf } from "../../static/studies/map-words.js";

const RESULT = {
  alphas: [1, 10], hidden_sizes: [4, 32], seeds: 3,
  errors: [[[0.01, 0.02, 0.3], [0.002, null, null]], [[NaN, NaN, NaN], [null, null, null]]],
  solved: [[2, 1], [0, 0]],
};
const CELLS = cellsOf(RESULT);

test("a cell stands for its middle, best or worst seed, and for the middle one where it shows a share", () => {
  const [cell] = CELLS[0];
  assert.deepEqual(["middle", "best", "worst", "solved"].map(shown => runOf(cell, shown).seed), [2, 1, 3, 2]);
  assert.equal(runOf(CELLS[1][1], "middle"), undefined);
});

test("a sign tells what a colour tells", () => {
  assert.deepEqual(CELLS.flat().map(signOf), ["◐", "●", "×", ""]);
});

test("a cell says its number, or its share", () => {
  assert.deepEqual(CELLS.flat().map(cell => textOf(cell, "middle")), ["0.0200", "0.00200", "NaN", ""]);
  assert.deepEqual(CELLS.flat().map(cell => textOf(cell, "solved")), ["67 %", "100 %", "0 %", ""]);
});

test("a cell is told whole, also while its seeds are on their way", () => {
  assert.equal(cellWords(CELLS[0][0], "middle"),
    "alpha 1, 4 units: 3 seeds, and 2 of them solve it. Best 0.0100 (seed 1), middle 0.0200 (seed 2), worst 0.300 (seed 3).");
  assert.match(cellWords(CELLS[0][1], "middle"), /^alpha 10, 4 units: 1 of 3 seeds so far, and all solve it\./);
  assert.match(cellWords(CELLS[1][0], "middle"), /^alpha 1, 32 units: 3 seeds, and none solves it\. Best NaN \(seed 1\)/);
  assert.equal(cellWords(CELLS[1][1], "middle"), "alpha 10, 32 units: not known yet.");
  assert.equal(cellWords({ alpha: 1, size: 1, starts: [{ seed: 1, error: 0.5 }], solved: 0, seeds: 1 }, "best"),
    "alpha 1, 1 unit: seed 1 ends at 0.500 and does not solve it.");
});

test("the whole map names its lowest cell, and beside it that of the other sizes if they are few", () => {
  assert.equal(mapWords(CELLS, "middle"),
    "Lowest: 0.00200, with alpha 10 and 4 units. Of 3 cells 1 are solved from every seed, 1 from none.");
  const post = cellsOf({ ...RESULT, seeds: 1, errors: [[[0.0032], [0.0013]], [[0.0027], [0.00094]]], solved: [[1, 1], [1, 1]] });
  assert.match(mapWords(post, "middle"), /^Lowest: 0\.000940, with alpha 10 and 32 units\. With 4 units it is 0\.00130, at alpha 10\. Of 4 cells 4 are solved, 0 are not\.$/);
  assert.equal(mapWords(cellsOf({ ...RESULT, errors: [[[null], [null]], [[null], [null]]] }), "middle"), "");
});

test("a size of which nothing is finite has no lowest cell", () => {
  assert.deepEqual(bestBySize(CELLS, "middle").map(cell => cell?.alpha ?? null), [10, null]);
});

test("the scale spans what is known in round numbers, and says NaN is hottest", () => {
  assert.deepEqual(spanOf(errorsOf(CELLS, "middle")), [0.002, 0.02]);
  assert.deepEqual(spanOf([0.00313, 0.5, NaN]), [0.002, 0.5]);
  assert.deepEqual(spanOf([0.5, 0.5]), [0.25, 0.5]);
  assert.deepEqual(spanOf([]), [0.1, 1]);
  assert.deepEqual([0.01, 0.1, 1, 7, NaN, 0].map(error => heat(error, [0.01, 1])), [0, 0.5, 1, 1, 1, 0]);
});

test("colours go from one to the next", () => {
  assert.deepEqual([0, 0.25, 0.5, 1, 2].map(share => between(["#000000", "#ff0000", "#ffffff"], share)),
    ["#000000", "#800000", "#ff0000", "#ffffff", "#ffffff"]);
});

test("a number can be read on any colour", () => {
  for (const ramp of [["#ffffff", "#c2255c", "#000000"], ["#151b23", "#3fb68b"], ["#e8710a", "#777777"]]) {
    for (let share = 0; share <= 1; share += 0.02) {
      const colour = between(ramp, share);
      assert.ok(contrast(colour, inkOn(colour)) >= 4.5, `${share}: ${colour}`);
    }
  }
});
