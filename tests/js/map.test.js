import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { isDark } from "../../static/plot.js";
import { digitsAgreed } from "../../static/studies/digits.js";
import { bestBySize, cellsOf, errorsOf, numberOf, placeOf, runOf, signOf } from "../../static/studies/map-cells.js";
import { between, contrast, darkRamp, heat, inkOn, spanOf } from "../../static/studies/map-colour.js";
import { meantBy } from "../../static/studies/map-legend.js";
import { AT, PRINTED, agreementWords, matchOf, matchWords } from "../../static/studies/map-posts.js";
import { cellWords, mapWords, textOf } from "../../static/studies/map-words.js";
import { markOf } from "../../static/studies/race-marks.js";

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
    "Lowest: 0.00200, with alpha 10 and 4 units. Of 3 cells 1 is solved from every seed, 1 from none.");
  const post = cellsOf({ ...RESULT, seeds: 1, errors: [[[0.0032], [0.0013]], [[0.0027], [0.00094]]], solved: [[1, 1], [1, 1]] });
  assert.match(mapWords(post, "middle"), /^Lowest: 0\.000940, with alpha 10 and 32 units\. With 4 units it is 0\.00130, at alpha 10\. Of 4 cells 4 are solved, 0 are not\.$/);
  assert.equal(mapWords(cellsOf({ ...RESULT, errors: [[[null], [null]], [[null], [null]]] }), "middle"), "");
});

test("a map of one cell says what that is, and compares it with nothing", () => {
  const single = (errors, solved = 0) => mapWords(cellsOf({ alphas: [1], hidden_sizes: [4], seeds: errors.length, errors: [[errors]], solved: [[solved]] }), "middle");
  assert.equal(single([0.5]), "Alpha 1, 4 units: seed 1 ends at 0.500 and does not solve it.");
  assert.equal(single([0.02, 0.01], 1),
    "Alpha 1, 4 units: 2 seeds, and 1 of them solves it. Best 0.0100 (seed 2), middle 0.0100 (seed 2), worst 0.0200 (seed 1).");
  assert.equal(single([NaN]), "Alpha 1, 4 units: seed 1 ends at NaN and does not solve it.");
  assert.equal(single([null]), "");
});

test("a cell that was chosen is known again by its number, and what is none of a cell is none", () => {
  const places = CELLS.flatMap((row, i) => row.map((_, j) => [i, j]));
  assert.deepEqual(places.map(([i, j]) => placeOf(CELLS, numberOf(CELLS, i, j))), places);
  for (const kept of [undefined, null, -1, 4, 0.5, "0", NaN, [0]]) assert.equal(placeOf(CELLS, kept), null);
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

test("the post's figures on the page are those that its program prints", () => {
  const { xor } = JSON.parse(readFileSync(new URL("../golden.json", import.meta.url), "utf8"));
  const runs = xor.map(({ hidden_size, alpha, mean_abs_error_at_iteration: errors }) => [PRINTED[hidden_size][alpha], errors[AT]]);
  assert.equal(runs.length, Object.values(PRINTED).flatMap(Object.keys).length);
  for (const [figure, error] of runs) assert.equal(Number(figure), Number(error.toPrecision(12)));
});

test("a cell is set beside the post's figure, and told how far it agrees", () => {
  const cell = (size, alpha, error, seed = 1) => ({ alpha, size, starts: [{ seed, error }], solved: 1, seeds: 1 });
  const [same, near, other] = [cell(4, 10, 0.00131274062834), cell(4, 1, 0.00351012), cell(32, 10, 0.000937)];
  assert.deepEqual([same, near, other].map(one => matchOf(one, "middle").text), ["✓ post", "≈ post", "post 0.000940"]);
  assert.deepEqual([cell(4, 10, 0.1, 2), cell(8, 10, 0.1), cell(4, 2, 0.1)].map(one => matchOf(one, "middle")), [null, null, null]);
  assert.equal(matchWords(matchOf(other, "middle")), " The post’s program prints 0.000939731375008: ours is the same to 2 digits.");
  assert.match(matchWords(matchOf(same, "middle")), /ours is the same to its last digit\.$/);
  assert.equal(matchWords(null), "");
  assert.match(agreementWords([[same, near], [other]], "middle"),
    /^✓ the same 12 digits .* at iteration 50,000: 1 of 3 figures; ≈ the first 6 digits or more are the same: 1; another figure, which stands below: 1\.$/);
  assert.equal(agreementWords([[cell(8, 10, 0.1)]], "middle"), "");
  assert.deepEqual([digitsAgreed("0.5", 0.5), digitsAgreed("0.5", 0.51), digitsAgreed("0.5", 0.9), digitsAgreed("0.5", NaN)], [12, 1, 0, 0]);
});

test("what is near the post's figure is so by the same rule in a map and in a race: by its digits, not by how it is shown", () => {
  const [shown, few, close] = [0.0035104, 0.125206, 0.12520635].map((error, i) => ({ alpha: i ? 100 : 1, size: 4, starts: [{ seed: 1, error }], solved: 1, seeds: 1 }));
  assert.deepEqual([shown, few, close].map(one => matchOf(one, "middle").kind), ["other", "near", "near"]);
  assert.equal(matchOf(shown, "middle").text, "post 0.0035101"); // with a digit that is another, for its first three are those of 0.00351
  assert.match(agreementWords([[close]], "middle"), /≈ the first 8 digits or more are the same: 1\.$/);
  const lane = ({ starts: [{ error }], alpha }) => ({ errors: [error], printed: [PRINTED[4][alpha]], matched: [false] });
  assert.deepEqual([shown, few, close].map(one => markOf(lane(one), 0).kind), ["other", "near", "near"]);
});

test("the seed in the middle is told of as what it is, of an odd and of an even count, and of one seed nothing is told of others", () => {
  assert.match(meantBy("middle", 7), /the seed in the middle \(as many end better as worse\)/);
  assert.match(meantBy("middle", 8), /the better of the two seeds in the middle, log/);
  assert.equal(meantBy("middle", 1), "final error, logarithmic:");
  assert.match(meantBy("worst", 2), /the worst seed/);
});

test("on a dark card, too, the least error stands out, and a failure is darker than whatever is better", () => {
  const css = readFileSync(new URL("../../static/base.css", import.meta.url), "utf8");
  const dark = css.slice(css.indexOf('data-theme="dark"'));
  const token = name => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(dark)[1];
  const [card, ink, neg, err] = ["card", "ink", "neg", "err"].map(token);
  const ramp = darkRamp({ card, ink, neg, err });
  const over = ramp.map(colour => contrast(colour, card));
  assert.ok(isDark(card) && !isDark("#ffffff"));
  assert.ok(over[0] > 9 && over.at(-1) > 1.6 && over.at(-1) < 2.5, String(over));
  assert.ok(over.every((value, i) => i === 0 || value < over[i - 1]), String(over));
  for (let share = 0; share <= 1; share += 0.02) assert.ok(contrast(between(ramp, share), inkOn(between(ramp, share))) >= 4.5);
});
