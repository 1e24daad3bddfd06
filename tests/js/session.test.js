import assert from "node:assert/strict";
import { test } from "node:test";

/** A page with an address; an embed or not. */
async function tab(search, dataset = {}) {
  const replaced = [];
  const location = { search, hash: "", pathname: "/" };
  const history = { state: null, replaceState: (...given) => replaced.push(given[2]) };
  Object.assign(globalThis, { document: { documentElement: { dataset } }, location, history });
  const { tabSession } = await import("../../static/session.js");
  return { session: tabSession(), replaced };
}

test("an embed says what its address asks for whenever it joins, and begins anew when its session is over", async () => {
  const { session, replaced } = await tab("?embed=network&alpha=3", { embed: "" });
  const open = { embed: "network", alpha: "3" };
  assert.deepEqual(session.hello().open, open);
  assert.equal(session.welcomed("first", true), "");
  assert.deepEqual([session.hello().open, session.hello().session], [open, "first"]);
  assert.equal(session.welcomed("first", false), "");
  assert.match(session.welcomed("second", true), /no longer on this server/);
  assert.deepEqual([session.hello().open, session.hello().session], [open, "second"]);
  assert.deepEqual(replaced, []);
});

test("the lab in its own tab says it once, and then comes back to its session", async () => {
  const { session, replaced } = await tab("?alpha=3");
  assert.deepEqual(session.hello().open, { alpha: "3" });
  assert.equal(session.welcomed("first", true), "");
  assert.deepEqual([session.hello().open, session.hello().session], [null, "first"]);
  assert.deepEqual(replaced, ["/"]);
  assert.match(session.welcomed("second", true), /no longer on this server/);
});
