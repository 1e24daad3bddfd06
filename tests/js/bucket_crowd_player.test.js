// What can be done with many balls, on a table of our own.

import assert from "node:assert/strict";
import test from "node:test";

import { CURVES } from "../../static/bucket/curves.js";
import { survey } from "../../static/bucket/survey.js";

Object.assign(globalThis, {
  requestAnimationFrame: () => 1,
  matchMedia: () => ({ matches: false }),
  IntersectionObserver: class { observe() {} },
});

const { crowdPlayer } = await import("../../static/bucket/crowd-player.js");

const curve = CURVES.five;
const ground = { curve, found: survey(curve) };

function dropped() {
  const kept = { speed: "fast", balls: { manner: "even", seed: 3 } };
  const table = { plot: { box: null }, kept, ground: () => ground, chosen: () => ({ alpha: curve.alpha }), save() {}, ready: () => true };
  const crowd = crowdPlayer(table, { dropped() {}, cleared() {}, changed() {}, paint() {} });
  crowd.drop();
  return crowd;
}

test("one more comes to them at random or where it is put, and they roll", () => {
  const { add, balls, more, running } = dropped();
  more();
  add(-4.5);
  assert.equal(balls.count(), 102);
  assert.equal(balls.places().at(-1).x, -4.5);
  assert.equal(running(), true);
});
