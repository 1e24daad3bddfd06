import assert from "node:assert/strict";
import test from "node:test";

import { explainCell } from "../../static/lines/cell.js";
import { workOf } from "../../static/lines/work.js";
import { standing } from "./line_network.js";

const number = text => Number(text.replaceAll("−", "-").replaceAll(/[()]/g, ""));
const KEYS = ["l0", "l1", "l2", "l2_error", "l2_delta", "l1_error", "l1_delta", "syn1_update", "syn0_update"];

function* cells(work) {
  for (const [matrix, operand] of work.matrices.entries()) {
    for (const [row, values] of operand.matrix.entries()) {
      for (const [column, value] of values.entries()) yield { place: { matrix, row, column }, value };
    }
  }
}

test("what is written ends in the number itself, for every number of every line", () => {
  for (const key of KEYS) {
    for (const options of [{}, { stepped: true }, { flipped: [0, 1] }, { sizes: [3, 12, 1] }, { rows: 30, window: [10, 20] }]) {
      const work = workOf(standing(key, options));
      for (const { place, value } of cells(work)) {
        const { head } = explainCell(work, place);
        const shown = number(/(?:=|≈) ([^=≈:]+)(?::.*)?$/.exec(head)[1]);
        assert.ok(Math.abs(shown - value) <= Math.abs(value) * 0.0006, `${key}: ${head} should be ${value}`);
      }
    }
  }
});

test("a plain = comes out for whoever adds up the terms as they are written", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const work = workOf(standing("syn1_update", { seed, rows: 6 }));
    for (const { place } of cells(work)) {
      if (place.matrix !== 2) continue;
      const { head, terms } = explainCell(work, place);
      const [, sum, sign, result] = /= (.+) ([=≈]) (\S+)$/.exec(head);
      const parts = terms.map(term => number(/(\S+)$/.exec(term)[1]));
      const total = parts.reduce((all, part) => all + part, 0);
      assert.equal(number(sum.replaceAll(" − ", " + −").split(" + ")[0]), parts[0]);
      if (sign === "=") assert.equal(total.toPrecision(3), number(result).toPrecision(3));
    }
  }
});

test("a product of one term is told in one line", () => {
  const work = workOf(standing("l1_error"));
  const { head, terms } = explainCell(work, { matrix: 2, row: 2, column: 1 });
  assert.match(head, /^l1_error\[2, 1\] = l2_delta\[2, 0\] × syn1\[1, 0\] = \S+ × \S+ [=≈] \S+$/);
  assert.deepEqual(terms, []);
});

test("many terms are folded, and the fold says what it holds", () => {
  const work = workOf(standing("l2", { sizes: [3, 32, 1] }));
  const { terms, from } = explainCell(work, { matrix: 2, row: 0, column: 0 });
  assert.equal(terms.length, 7);
  assert.match(terms[6], /^… 26 more terms, none of them larger, together \S+$/);
  assert.equal(from.length, 64);
});

test("examples that are not in view are told with what they make together", () => {
  const work = workOf(standing("syn1_update", { rows: 1000, window: [40, 44] }));
  const { head, terms } = explainCell(work, { matrix: 2, row: 0, column: 0 });
  assert.match(terms[4], /^… 996 more examples, not in view, together \S+$/);
  assert.match(terms[0], /^l1\[40, 0\] × l2_delta\[40, 0\] = /);
  assert.match(head, /^syn1_update\[0, 0\] = /);
});

test("a number names the cells it came from and the parts of the drawing", () => {
  const work = workOf(standing("l1"));
  const { from, parts } = explainCell(work, { matrix: 2, row: 1, column: 3 });
  assert.deepEqual(from.filter(({ matrix }) => matrix === 1).map(({ row, column }) => [row, column]), [[0, 3], [1, 3], [2, 3]]);
  assert.deepEqual(new Set(parts), new Set(["n1.3", "n0.0", "n0.1", "n0.2", "e0.0.3", "e0.1.3", "e0.2.3"]));
  const update = explainCell(workOf(standing("syn1_update")), { matrix: 2, row: 2, column: 0 });
  assert.deepEqual(new Set(update.parts), new Set(["e1.2.0", "n1.2", "n2.0"]));
});

test("a transposed number keeps the name it has in its matrix", () => {
  const work = workOf(standing("l1_error"));
  assert.match(explainCell(work, { matrix: 1, row: 0, column: 2 }).head, /^syn1\[2, 0\] = \S+: the weight from hidden unit 2 to the output$/);
});

test("a slope says where it comes from", () => {
  const { terms } = explainCell(workOf(standing("l2_delta")), { matrix: 2, row: 0, column: 0 });
  assert.match(terms[0], /^slope\(l2\)\[0, 0\] = l2\[0, 0\] × \(1 − l2\[0, 0\]\) = \S+ × \S+ [=≈] \S+$/);
});

test("what is not a number is told as that", () => {
  const state = standing("l2", { weights: [[[NaN, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1]], [[1], [1], [1], [1]]] });
  const { head } = explainCell(workOf(state), { matrix: 3, row: 0, column: 0 });
  assert.match(head, /NaN$/);
});
