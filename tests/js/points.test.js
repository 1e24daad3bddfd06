import assert from "node:assert/strict";
import { test } from "node:test";

import { firstFrom } from "../../static/points.js";

test("the first of ascending numbers from a value on is found", () => {
  assert.deepEqual([0, 3, 4, 9, 10].map(value => firstFrom([3, 5, 9], value)), [0, 0, 1, 2, 3]);
});
