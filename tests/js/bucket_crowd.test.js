import assert from "node:assert/strict";
import test from "node:test";

import { counted, places, rolled } from "../../static/bucket/balls.js";
import { apart, blind, descent, isEdgeLowest } from "../../static/bucket/cost.js";
import { CURVES, FRAME, moved } from "../../static/bucket/curves.js";
import { blank, stroke } from "../../static/bucket/drawn.js";
import { curveOf } from "../../static/bucket/drawn-curve.js";
import { hidden, learned, machine, reached, REACHED } from "../../static/bucket/game.js";
import { darts, median, MOST, TOLERANCE } from "../../static/bucket/search.js";
import { stream } from "../../static/bucket/stream.js";
import { homes, stretches } from "../../static/bucket/strip.js";
import { sharpest, survey } from "../../static/bucket/survey.js";
import { throng } from "../../static/bucket/throng.js";

const five = CURVES.five;
const found = survey(five);
const crowd = (manner, seed, alpha = five.alpha) => places(manner, seed).map(x => rolled(five, found, alpha, x));

test("a hundred balls end in five places, wherever they are dropped", () => {
  for (const balls of [crowd("even", 0), ...[1, 2, 3, 4, 5].map(seed => crowd("random", seed))]) {
    const { ends, distinct, homeless, best } = counted(five, found, balls);
    assert.equal(distinct, 5);
    assert.equal(homeless, 0);
    assert.equal(ends.reduce((sum, count) => sum + count), 100);
    assert.ok(best - found.bottoms[found.lowest].y < TOLERANCE);
  }
});

test("the slopes that are counted are those that were asked for", () => {
  let asked = 0;
  const spied = { ...five, slope: x => (asked++, five.slope(x)) };
  const ball = rolled(spied, found, 0.05, -4.5);
  assert.equal(ball.way.length, counted(five, found, [ball]).slopes);
  assert.equal(asked, ball.way.length + 1); // and once more, to tell where it rests
});

test("with too large an alpha some find no home, and are counted so", () => {
  const { homeless, ends } = counted(five, found, crowd("even", 0, 0.15));
  assert.ok(homeless > 0);
  assert.equal(homeless + ends.reduce((sum, count) => sum + count), 100);
});

test("a ball beyond the frame is gone", () => {
  assert.equal(rolled(CURVES.steep, survey(CURVES.steep), 2, 0.5).home, -1);
});

test("the same name and seed drop the same balls, another seed others", () => {
  assert.deepEqual(places("random", 7), places("random", 7));
  assert.notDeepEqual(places("random", 7), places("random", 8));
  assert.notEqual(stream("balls", 1)(), stream("blind search", 1)());
  const many = Array.from({ length: 10_000 }, stream("balls", 1));
  assert.ok(many.every(value => value >= 0 && value < 1));
  assert.ok(Math.abs(many.reduce((sum, value) => sum + value) / 10_000 - 0.5) < 0.02);
});

test("a blind search finds the depth at the dart it says, and gives up at its bound", () => {
  const depth = found.bottoms[found.lowest].y + 0.5;
  const count = darts(five, depth, 3);
  const next = stream("blind search", 3);
  const heights = Array.from({ length: count }, () => five.value(FRAME.low + 10 * next()));
  assert.ok(heights.at(-1) <= depth + TOLERANCE);
  assert.ok(heights.slice(0, -1).every(height => height > depth + TOLERANCE));
  assert.equal(darts(five, -1, 3), null);
  assert.ok(MOST >= 10_000);
});

test("blind search takes about as many darts as the share of the line that is low enough says", () => {
  const depth = found.bottoms[found.lowest].y + 0.1;
  const share = Array.from({ length: 100_000 }, (_, i) => five.value(-5 + i * 1e-4)).filter(y => y <= depth).length / 100_000;
  const counts = Array.from({ length: 401 }, (_, seed) => darts(five, depth, seed));
  const ratio = median(counts) / (Math.LN2 / share);
  assert.ok(ratio > 0.75 && ratio < 1.3, String(ratio));
});

test("the middle of several searches, those given up last", () => {
  assert.equal(median([5, null, 2, 9, null]), 9);
  assert.equal(median([null, 1, null]), null);
});

test("a hidden bucket is another for another seed, and begins where there is a slope", () => {
  const bottoms = new Set();
  for (let seed = 1; seed <= 30; seed++) {
    for (const curve of Object.values(CURVES)) {
      const secret = hidden(curve, seed);
      const inside = survey(secret.curve).bottoms;
      assert.equal(inside.length, survey(curve).bottoms.length, `${curve.name} ${seed}`);
      assert.ok(Math.abs(secret.curve.slope(secret.start)) > 0.3);
      assert.ok(secret.curve.value(secret.start) <= FRAME.top);
      if (curve.name === "round") bottoms.add(inside[0].x.toFixed(2));
    }
  }
  assert.ok(bottoms.size > 20);
});

test("rules are counted from the same start to where a hand could come", () => {
  const round = survey(CURVES.round);
  const settings = { alpha: 1, step: 0.1 };
  assert.deepEqual(machine(CURVES.round, round, "slope", settings, -1.8), { steps: 9, bottom: 0, end: null });
  assert.equal(machine(CURVES.round, round, "sign", settings, -1.8).steps, 30);
  assert.deepEqual(machine(CURVES.steep, survey(CURVES.steep), "slope", settings, 0.5), { steps: 3, bottom: -1, end: "gone" });
  assert.equal(machine(CURVES.round, round, "sign", { alpha: 1, step: 0.7 }, -1.75).end, "bounce");
  assert.equal(reached(round, 1.2 + REACHED), 0);
  assert.equal(reached(round, 1.2 + REACHED * 1.1), -1);
});

test("the strip says where a ball from there ends, by calm steps and by wild ones", () => {
  for (const alpha of [0.01, 0.03, 0.09, 0.15]) {
    const parts = stretches(homes(five, found, alpha));
    assert.equal(parts[0].from, FRAME.low);
    assert.ok(Math.abs(parts.at(-1).to - FRAME.high) < 1e-9);
    for (const { from, to, home } of parts) assert.equal(rolled(five, found, alpha, (from + to) / 2).home, home);
  }
  assert.deepEqual(stretches(homes(five, found, 0.03)).map(({ home }) => home), [0, 1, 2, 3, 4]);
});

test("the bottom that lets go first is the one with the strongest bend", () => {
  assert.equal(sharpest(found), 3);
  assert.ok(found.sharpest >= found.bottoms[3].bend - 1e-3);
});

test("the cost is told in slopes and darts, and where nothing was found, that", () => {
  const told = counted(five, found, crowd("even", 0));
  assert.match(descent(told, 100, 3), /^100 balls asked for [\d,]+ slopes, and the lowest came down to 2\.0700\. 20 of them found it, so it takes 5\.0 balls/);
  assert.match(descent(counted(five, found, crowd("even", 0, 5)), 100, 3), /no ball came to rest|found by none/);
  assert.match(blind(new Array(15).fill(8000), 8000), /8,000 darts/);
  assert.match(blind([...new Array(14).fill(8000), null], 8000), /1 of them gave up/);
  assert.match(blind(new Array(15).fill(null), null), /found nothing as low/);
});

test("where the edge of the frame is lower than every bottom, or than any ball, darts are not compared with balls", () => {
  const corners = [[-5, 1], [-2, 8], [1, 4], [5, 9]].map(([x, y]) => ({ x, y }));
  const falling = curveOf(corners.slice(1).reduce((columns, to, i) => stroke(columns, corners[i], to), blank()));
  const [low, mirrored] = [falling, moved(falling, 0, true)].map(curve => {
    const there = survey(curve);
    return { there, curve, best: counted(curve, there, places("even", 0).map(x => rolled(curve, there, curve.alpha, x))).best };
  });
  assert.deepEqual([low.there.edge.x, mirrored.there.edge.x], [FRAME.low, FRAME.high]);
  for (const { there, best, curve } of [low, mirrored]) {
    assert.ok(there.bottoms.every(({ y }) => y > curve.value(there.edge.x)));
    assert.ok(isEdgeLowest(there));
    assert.match(apart(there, best), /finds the edge of the frame, which is lower than every bottom/);
  }
  assert.equal(isEdgeLowest(found), false);
  assert.equal(apart(found, found.bottoms[found.lowest].y), "");
  assert.match(apart(found, found.edge.y + 1), /may end at the edge of the frame/);
  assert.equal(isEdgeLowest({ bottoms: [], lowest: -1, edge: { x: 5, y: 0 } }), false);
});

test("a change of sign tells a bottom from a top, whichever way one went", () => {
  assert.match(learned({ x: 1, slope: 2 }, { x: 0, slope: -1 }), /a bottom between x = 0\.0 and 1\.0/);
  assert.match(learned({ x: 0, slope: -1 }, { x: 1, slope: 2 }), /a bottom between/);
  assert.match(learned({ x: 0, slope: 1 }, { x: 1, slope: -2 }), /a top between/);
  assert.match(learned({ x: 0, slope: 1 }, { x: 1, slope: 0.5 }), /was 1\.00, and is 0\.50/);
});

test("all balls go on together until the last is at its end, and one dropped later sets out later", () => {
  const ground = { curve: five, found };
  const balls = throng();
  balls.drop(ground, five.alpha, [-4.9, found.bottoms[1].x]);
  assert.equal(balls.done().length, 1); // it was dropped where it rests
  while (balls.go());
  assert.ok(balls.isOver());
  balls.add(ground, five.alpha, 0.6);
  assert.equal(balls.isOver(), false);
  assert.equal(balls.places().at(-1).x, 0.6);
  assert.equal(balls.done().length, 2);
  balls.go();
  assert.equal(balls.places().at(-1).x, 0.6 - five.alpha * five.slope(0.6));
  assert.equal(balls.places(0.5).at(-1).x, 0.6 - (five.alpha * five.slope(0.6)) / 2);
  balls.finish();
  assert.deepEqual([balls.count(), balls.done().length, balls.go()], [3, 3, false]);
  assert.deepEqual(balls.places().map(({ home, rests }) => [home, rests]), [[0, true], [1, true], [rolled(five, found, five.alpha, 0.6).home, true]]);
});
