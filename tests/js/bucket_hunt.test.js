// A game by hand: what it says, and that it comes through a reload.

import assert from "node:assert/strict";
import test from "node:test";

const stored = { session: new Map(), local: new Map() };
let written = [];
const storage = name => ({
  getItem: key => stored[name].get(key) ?? null,
  setItem: (key, value) => (written.push(key), stored[name].set(key, value)),
  removeItem: key => (written.push(key), stored[name].delete(key)),
});
let leave = () => {};
Object.assign(globalThis, { sessionStorage: storage("session"), localStorage: storage("local"), addEventListener: (_, listener) => (leave = listener) });

const { CURVES, FRAME } = await import("../../static/bucket/curves.js");
const { blank, stroke } = await import("../../static/bucket/drawn.js");
const { curveOf } = await import("../../static/bucket/drawn-curve.js");
const { hunt, isPlayed } = await import("../../static/bucket/hunt.js");
const { gameOn, keepGame, keeper, recalled } = await import("../../static/bucket/kept.js");

/** As a browser would: what is on the page is gone, what is stored is not. */
function reloaded(now) {
  const kept = recalled();
  const save = keeper(kept);
  Object.assign(kept, now);
  save();
  leave();
  return recalled();
}

test("a game begins without a word on the curve, and tells of each move", () => {
  const game = hunt(CURVES.round, 1);
  const { title, text } = game.outcome();
  assert.equal(title, "Find the bottom.");
  assert.ok(`${title} ${text}`.length <= 100, "two lines of a phone: the stage stands below it");
  const { x } = game.at();
  assert.ok(game.move(-0.5));
  assert.equal(game.at().x, Math.round((x - 0.5) * 100) / 100);
  assert.deepEqual(game.visited(), [x]);
  assert.equal(game.outcome().title, "Move 1.");
});

test("at the end of the frame nothing is moved or counted", () => {
  const game = hunt(CURVES.round, 1);
  while (game.at().x - 0.5 >= FRAME.low && !game.isOver()) game.move(-0.5);
  const { length } = game.visited();
  assert.equal(game.isOver(), false);
  assert.equal(game.move(-0.5), false);
  assert.equal(game.visited().length, length);
});

test("who reaches a bottom is told which, and who gives up where the ball stands", () => {
  const [won, lost] = [hunt(CURVES.round, 1), hunt(CURVES.round, 1)];
  while (!won.isOver()) won.move(won.at().slope > 0 ? -0.1 : 0.1);
  assert.match(won.outcome().text, new RegExp(`^You reached the bottom in ${won.visited().length} moves\\.$`));
  lost.move(0.1);
  lost.giveUp();
  assert.match(lost.outcome().text, /^You made 1 move; the slope where you stand is /);
});

test("what was done to the curve is told once it is shown, and what was not done is not", () => {
  const own = { ...CURVES.five, play: 0 }; // as one that was drawn
  for (const [open, words] of [[own, "put in a mirror"], [CURVES.five, "moved and put in a mirror"]]) {
    const told = new Set();
    for (let seed = 1; seed <= 20; seed++) {
      const game = hunt(open, seed);
      assert.equal(game.disguise(), "");
      game.giveUp();
      told.add(game.disguise());
      const mirrored = /mirror/.test(game.disguise());
      if (open === own) assert.equal(game.curve.value(2), own.value(mirrored ? -2 : 2));
    }
    assert.deepEqual(told, new Set([`The curve was ${words}, so that nobody could know it.`, open === own ? "" : "The curve was moved, so that nobody could know it."]));
  }
});

test("a game goes on after a reload: the place, the moves, what was seen, and whether it is over", () => {
  const kept = { ...recalled(), curve: "five", drawn: blank() };
  const game = hunt(CURVES.five, 7);
  game.move(0.5);
  game.move(-0.1);
  for (const how of [() => {}, game.giveUp]) {
    how();
    keepGame(kept, game.played());
    const after = reloaded(kept);
    const again = hunt(CURVES.five, 7, gameOn(after));
    assert.deepEqual(again.played(), game.played());
    assert.deepEqual(again.outcome(), game.outcome());
    assert.equal(gameOn({ ...after, curve: "round" }), null);
  }
});

test("a game on a drawing that is another by now is none", () => {
  const [drawing, other] = [3, 4].map(y => stroke(blank(), { x: -5, y: 9 }, { x: 5, y }));
  const kept = { ...recalled(), curve: "drawn", drawn: drawing };
  keepGame(kept, hunt(curveOf(drawing), 1).played());
  assert.notEqual(gameOn(reloaded(kept)), null);
  assert.equal(gameOn({ ...kept, drawn: other }), null);
});

test("of a game that was saved badly nothing is taken", () => {
  const good = hunt(CURVES.round, 1).played();
  assert.ok(isPlayed(good));
  for (const bad of [null, 7, {}, { ...good, x: 9 }, { ...good, x: "1" }, { ...good, visited: [NaN] }, { ...good, seed: 0.5 }, { ...good, over: 1 }]) assert.equal(isPlayed(bad), false);
  const elsewhere = hunt(CURVES.round, 1, { ...good, x: 0, visited: [1] });
  assert.deepEqual(elsewhere.played(), good);
});

test("many changes are written once, and the drawing only if it is another", () => {
  const kept = recalled();
  const save = keeper(kept);
  const said = how => {
    written = [];
    how();
    leave();
    return written.map(key => key.replace(/.*:/, ""));
  };
  assert.deepEqual(said(() => {}), []);
  assert.deepEqual(said(() => { for (let i = 0; i < 100; i++) save(); }), ["bucket"]);
  kept.drawn = stroke(kept.drawn, { x: -1, y: 5 }, { x: 1, y: 5 });
  assert.deepEqual(said(save), ["bucket", "bucket-drawn"]);
  assert.deepEqual(said(save), ["bucket"]);
});
