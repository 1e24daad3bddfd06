import assert from "node:assert/strict";
import test from "node:test";

import { FRAME } from "../../static/bucket/curves.js";
import { bent, blank, bridged, COLUMNS, gaps, placeOf, REACH, readAgain, share, stroke, written } from "../../static/bucket/drawn.js";
import { curveOf } from "../../static/bucket/drawn-curve.js";
import { judged } from "../../static/bucket/drawn-words.js";
import { forecast, LEVEL } from "../../static/bucket/roll.js";
import { RULES } from "../../static/bucket/rules.js";
import { spline } from "../../static/bucket/spline.js";
import { limits, survey } from "../../static/bucket/survey.js";

const vee = [{ x: -5, y: 9 }, { x: 1, y: 2 }, { x: 5, y: 8 }];
const drawn = points => points.slice(1).reduce((columns, to, i) => stroke(columns, points[i], to), blank());

test("a stroke fills every column between two places, whichever way it goes", () => {
  const right = stroke(blank(), { x: -5, y: 1 }, { x: 5, y: 9 });
  assert.ok(right.every((height, i) => Math.abs(height - (1 + 0.08 * i)) < 1e-9));
  const left = stroke(blank(), { x: 5, y: 9 }, { x: -5, y: 1 });
  assert.ok(left.every((height, i) => Math.abs(height - right[i]) < 1e-9));
});

test("a stroke beyond the frame stays in it", () => {
  const columns = stroke(blank(), { x: -9, y: -3 }, { x: 9, y: 40 });
  assert.ok(columns.every(height => height > 0 && height < FRAME.top));
});

test("a stroke over a part of a drawing changes that part only, and that is said", () => {
  const before = drawn(vee);
  const after = stroke(before, { x: 2, y: 7 }, { x: 3, y: 7.5 });
  const changed = after.flatMap((height, i) => (height === before[i] ? [] : [placeOf(i)]));
  assert.deepEqual([changed[0], changed.at(-1)].map(x => Math.round(x * 10) / 10), [2, 3]);
  assert.equal(judged(after).sentence, "All of the width is drawn. A stroke changes only the part it passes over.");
});

test("too little drawn is refused in a sentence with how much there is", () => {
  const { ready, sentence } = judged(stroke(blank(), { x: -5, y: 5 }, { x: -1, y: 2 }));
  assert.equal(ready, false);
  assert.equal(sentence, "Only 40% of the width is drawn, too little to guess the rest: at least 60% are needed.");
  assert.equal(judged(blank()).ready, false);
});

test("gaps are bridged straight, and said", () => {
  let columns = stroke(blank(), { x: -5, y: 9 }, { x: -1, y: 5 });
  columns = stroke(columns, { x: 1, y: 3 }, { x: 4, y: 6 });
  assert.deepEqual(gaps(columns), [[41, 59], [91, 100]]);
  assert.deepEqual(judged(columns), {
    ready: true,
    sentence: "The gap (x from −0.9 to 0.9) is bridged straight. A side that was not drawn rises like the side of a bucket.",
  });
  const whole = bridged(columns);
  assert.ok(Math.abs(whole[50] - 4) < 1e-9);
  assert.ok(whole[100] > whole[90]);
  assert.equal(survey(curveOf(columns)).bottoms.length, 1);
});

test("of sides that were not drawn it is said how they rise, and that strokes mend", () => {
  const { sentence } = judged(stroke(blank(), { x: -4, y: 9 }, { x: 4, y: 5 }));
  assert.equal(sentence, "A side that was not drawn rises like the side of a bucket. A stroke changes only the part it passes over.");
});

test("a drawn curve has a slope everywhere, that of its values, without a jump", () => {
  const curve = curveOf(drawn(vee));
  const h = 1e-6;
  for (let x = -4.99; x < 4.99; x += 0.0137) {
    assert.ok(Math.abs(curve.slope(x) - (curve.value(x + h) - curve.value(x - h)) / (2 * h)) < 1e-3);
    assert.ok(Math.abs(curve.slope(x + 1e-5) - curve.slope(x - 1e-5)) < 1e-2);
  }
});

test("a drawn curve is where it was drawn, and its bottoms are those of the drawing", () => {
  const curve = curveOf(drawn(vee));
  assert.ok(Math.abs(curve.value(-3) - (9 - (7 / 6) * 2)) < 0.05);
  const { bottoms, tops } = survey(curve);
  assert.equal(bottoms.length, 1);
  assert.ok(Math.abs(bottoms[0].x - 1) < 0.2);
  assert.equal(tops.length, 0);
});

test("level ground that was drawn is one bottom, in its middle", () => {
  const columns = drawn([{ x: -5, y: 9 }, { x: -2, y: 3 }, { x: 2, y: 3 }, { x: 5, y: 9 }]);
  const { bottoms } = survey(curveOf(columns));
  assert.equal(bottoms.length, 1);
  assert.ok(Math.abs(bottoms[0].x) < 0.1);
});

test("a smooth curve turns no more often than its points, and has a bend without jumps", () => {
  const points = [0, 0.1, 3, 3.1, 2.9, 2.9, 7];
  const { value, slope } = spline(points, 0, 6);
  assert.ok(Math.abs(value(0) - 0) < 1e-12 && Math.abs(value(6) - 7) < 1e-12);
  const signs = Array.from({ length: 6000 }, (_, i) => Math.sign(slope(i / 1000)));
  assert.ok(signs.slice(1).filter((sign, i) => sign * signs[i] < 0).length <= 2);
  const bend = x => (slope(x + 1e-6) - slope(x - 1e-6)) / 2e-6;
  for (let knot = 1; knot < 6; knot++) assert.ok(Math.abs(bend(knot + 2e-6) - bend(knot - 2e-6)) < 1e-3);
  assert.equal(value(8), 7 + 2 * slope(6));
});

test("of a drawn curve, too, alpha flips at two over the bend", () => {
  const curve = curveOf(drawn(vee));
  const [bottom] = survey(curve).bottoms;
  const end = share => forecast(curve, RULES.alpha, { alpha: share * limits(bottom).flips, step: 1 }, bottom.x + 0.01);
  assert.equal(end(0.95).end, "rest");
  assert.notEqual(end(1.05).end, "rest");
});

test("the ball starts where there is a slope, if there is one in the frame", () => {
  const dented = curveOf(bent(blank(), -2, -3));
  assert.ok(Math.abs(dented.slope(dented.start)) > LEVEL);
  assert.equal(curveOf(bent(blank(), 0, 0)).start, 0);
  assert.equal(curveOf(drawn(vee)).start, -4);
});

test("handles bend a drawing, and begin one", () => {
  const once = bent(blank(), -2, 1);
  assert.equal(share(once), 1);
  assert.equal(once[30], FRAME.top / 2 + 1);
  assert.equal(once[60], FRAME.top / 2);
  assert.equal(bent(once, -2, -1)[30], FRAME.top / 2);
  assert.ok(bent(once, -2, 99).every(height => height < FRAME.top));
});

test("a handle bends a narrow part too: what lies at the handles beside it stays as it is", () => {
  const before = drawn(vee);
  const after = bent(before, 0.5, 1, REACH.narrow);
  assert.equal(after[55], before[55] + 1);
  for (const [i, height] of before.entries()) if (Math.abs(i - 55) >= 5) assert.equal(after[i], height);
});

test("what is played is what is kept, to the last digit, however it was drawn", () => {
  let columns = stroke(blank(), { x: -5, y: 8.123456 }, { x: 1, y: 1.987654 });
  columns = stroke(columns, { x: 2, y: Math.PI }, { x: 4, y: Math.E });
  for (const drawing of [columns, bent(columns, 0.5, 0.5), bent(bent(columns, -3, -0.5), -3, 2, REACH.narrow)]) assert.deepEqual(readAgain(written(drawing)), drawing);
});

test("what is kept is read again, and nothing else is", () => {
  const columns = stroke(blank(), { x: -3, y: 4 }, { x: 2, y: 6 });
  const again = readAgain(written(columns));
  assert.equal(share(again), share(columns));
  assert.deepEqual(again, columns);
  for (const text of [null, "", "1 2 3", new Array(COLUMNS).fill("x").join(" "), new Array(COLUMNS).fill("Infinity").join(" ")]) assert.equal(readAgain(text), null);
  assert.equal(placeOf(0), FRAME.low);
});
