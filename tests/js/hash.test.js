import assert from "node:assert/strict";
import { test } from "node:test";

import { readHash, writeHash } from "../../static/hash.js";

test("a link to a second window comes back as it was written", () => {
  for (const view of ["code", "drawing"]) assert.deepEqual(readHash(writeHash(view, "abc-123")), { session: "abc-123", view });
  assert.equal(writeHash("everything"), "");
  assert.equal(writeHash("code"), "#view=code");
});

test("what is no view and no session is neither", () => {
  assert.deepEqual(readHash("#main"), { session: null, view: null });
  assert.deepEqual(readHash("#session=&view=nothing"), { session: null, view: null });
  assert.deepEqual(readHash(""), { session: null, view: null });
});

test("a session that is too long for the server is cut, and so is not found", () => {
  assert.equal(readHash(`#session=${"a".repeat(1000)}`).session?.length, 64);
});
