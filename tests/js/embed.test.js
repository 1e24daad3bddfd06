import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.matchMedia = () => ({ matches: false });
const { embedded } = await import("../../static/embed.js");

/** What an embed that is to play does while it is told these states, one after the other. */
function sent(...states) {
  const verbs = [];
  const lab = { send: verb => verbs.push(verb.type), say() {} };
  const follower = embedded({ play: true }, lab);
  for (const [catching_up, arrival] of states) follower.update({ controls: { catching_up }, arrival });
  return verbs;
}

const WAY = { iteration: 500, same: null };

test("an embed plays by itself once, when its run is there", () => {
  assert.deepEqual(sent([null, null], [null, null]), ["play"]);
  assert.deepEqual(sent([500, WAY], [null, WAY], [null, { ...WAY, same: true }]), ["play"]);
});

test("an embed whose run was stopped on its way does not begin again by itself", () => {
  assert.deepEqual(sent([500, WAY], [null, WAY], [null, WAY]), []);
});
