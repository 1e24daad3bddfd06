import assert from "node:assert/strict";
import test from "node:test";

import { fillings, pieces, script } from "../../static/python.js";
import { explainLine, meaningOfName } from "../../static/words.js";

const kinds = line => pieces(line).filter(({ kind }) => kind !== "text").map(({ kind, text }) => `${kind} ${text}`);

test("a line falls into coloured pieces", () => {
  assert.deepEqual(kinds("for j in range({iterations}):  # go"), [
    "keyword for", "name j", "keyword in", "keyword range", "hole iterations", "comment # go",
  ]);
  assert.deepEqual(kinds("x = 2.5e-3 * 'a'"), ["name x", "number 2.5e-3", "string 'a'"]);
});

test("the pieces together are the line", () => {
  const line = "syn0 += alpha * l0.T @ l1_delta  # {not a hole";
  assert.equal(pieces(line).map(({ text }) => text).join(""), line);
});

test("the script has the present settings in its holes", () => {
  const values = fillings({ alpha: 0.5, hidden_size: 4, seed: 1, stop_iteration: 60000 });
  const text = script([{ text: "alpha = {alpha}" }, { text: "for j in range({iterations}):" }], values);
  assert.equal(text, "alpha = 0.5\nfor j in range(60000):\n");
});

test("every name of the posts is explained", () => {
  for (const name of ["X", "y", "alpha", "syn0", "syn1", "l0", "l2", "l2_error", "l2_delta", "l1_error", "l1_delta"]) {
    assert.ok(meaningOfName(name), name);
  }
  assert.equal(meaningOfName("toString"), null);
});

test("a line is explained with its names", () => {
  assert.match(explainLine("    l2_error = y - l2"), /^Compare.*\n.*l2_error: .*\ny: /);
});

test("products and turned matrices are names too", () => {
  assert.deepEqual(kinds("l0.T @ np.dot(x)"), ["name l0", "name .T", "name @", "name np.dot", "name x"]);
  assert.match(meaningOfName("@"), /^the product of two matrices/);
});

test("a changed line is explained by its change", () => {
  assert.match(explainLine("    l2_error = l2 - y", "Wrong sign."), /^Wrong sign\.\nl2_error: /);
});
