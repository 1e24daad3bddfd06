import assert from "node:assert/strict";
import test from "node:test";

import { CURVES, FRAME, isInside, moved } from "../../static/bucket/curves.js";
import { advance, again, begun, forecast, LEVEL } from "../../static/bucket/roll.js";
import { RULES } from "../../static/bucket/rules.js";
import { basinOf, bottomAt, limits, survey } from "../../static/bucket/survey.js";
import { outlook, ranges, verdict } from "../../static/bucket/verdict.js";
import { wayOut } from "../../static/bucket/way-out.js";
import { within } from "../../static/pieces/typed.js";

const near = (value, wanted, by) => assert.ok(Math.abs(value - wanted) <= by, `${value} is not near ${wanted}`);
const grid = count => Array.from({ length: count + 1 }, (_, i) => FRAME.low + (i / count) * (FRAME.high - FRAME.low));
const fate = (name, rule, settings, start) => {
  const curve = CURVES[name];
  const roll = forecast(curve, RULES[rule], { alpha: 1, step: 0.3, ...settings }, start ?? curve.start);
  return { roll, ...verdict(curve, survey(curve), roll, rule, settings?.alpha ?? 1) };
};

test("the slope of every curve is that of its values", () => {
  const h = 1e-6;
  for (const curve of [...Object.values(CURVES), moved(CURVES.five, 0.3, true)]) {
    for (const x of grid(200)) near(curve.slope(x), (curve.value(x + h) - curve.value(x - h)) / (2 * h), 1e-6);
  }
});

test("the curve of five has exactly five bottoms, all in the frame", () => {
  const signs = grid(200_000).map(x => Math.sign(CURVES.five.slope(x)));
  const turns = signs.slice(1).filter((sign, i) => sign > signs[i]).length;
  assert.equal(turns, 5);
  const { bottoms, tops, lowest } = survey(CURVES.five);
  assert.equal(bottoms.length, 5);
  assert.equal(tops.length, 4);
  assert.equal(lowest, 3);
  for (const { x } of bottoms) assert.ok(isInside(x, CURVES.five) && Math.abs(CURVES.five.slope(x)) < 1e-9);
  assert.ok(CURVES.five.slope(FRAME.low) < 0 && CURVES.five.slope(FRAME.high) > 0, "both sides lead inwards");
});

test("the others have one bottom, one, and three", () => {
  assert.deepEqual(["round", "steep", "ripple"].map(name => survey(CURVES[name]).bottoms.length), [1, 1, 3]);
});

test("alpha flips at two over the bend, exactly so for a parabola", () => {
  const { flips, overshoots } = limits(survey(CURVES.steep).bottoms[0]);
  near(flips, 0.8, 1e-9);
  near(overshoots, 0.4, 1e-9);
  assert.equal(fate("steep", "alpha", { alpha: 0.79 }).kind, "converged");
  assert.equal(fate("steep", "alpha", { alpha: 0.8 }).kind, "bounce");
  assert.equal(fate("steep", "alpha", { alpha: 0.81 }).kind, "gone");
  assert.equal(ranges(survey(CURVES.steep).bottoms[0], 0.8).kind, "edge");
});

test("alpha flips there for bottoms of any shape", () => {
  for (const bottom of survey(CURVES.five).bottoms) {
    const { flips } = limits(bottom);
    const settle = share => forecast(CURVES.five, RULES.alpha, { alpha: share * flips, step: 1 }, bottom.x + 0.002);
    assert.ok(Math.abs(settle(0.97).x - bottom.x) < 0.001);
    const thrown = advance(CURVES.five, RULES.alpha, { alpha: 1.03 * flips, step: 1 }, begun(CURVES.five, bottom.x + 0.002), 40);
    assert.ok(Math.abs(thrown.x - bottom.x) > 0.002);
  }
});

test("between one and two over the bend it overshoots at every step and settles", () => {
  const { roll, kind } = fate("steep", "alpha", { alpha: 0.6 });
  assert.equal(kind, "converged");
  assert.equal(roll.turns, roll.count - 1);
  assert.equal(fate("steep", "alpha", { alpha: 0.39 }).roll.turns, 0);
});

test("on the steep curve the whole slope throws the ball out, further each time", () => {
  const { roll, kind, text } = fate("steep", "slope");
  assert.equal(kind, "gone");
  const moves = roll.points.slice(1).map(({ moved: by }) => Math.abs(by));
  assert.ok(moves.length > 3 && moves.every((by, i) => !i || by > moves[i - 1]));
  assert.match(text, /^Gone after 5 steps: x = 3\.40/);
});

test("steps shrink towards nothing where the ball converges", () => {
  const { roll, kind } = fate("round", "slope");
  assert.equal(kind, "converged");
  assert.ok(Math.abs(roll.slope) <= LEVEL);
  const moves = roll.points.slice(1).map(({ moved: by }) => Math.abs(by));
  assert.ok(moves.every((by, i) => !i || by < moves[i - 1]));
});

test("the sign rule never settles, and says between which sides it goes", () => {
  const { kind, text } = fate("round", "sign", { step: 0.5 });
  assert.equal(kind, "bounce");
  assert.match(text, /between x = [\d.]+ and [\d.]+\. A fixed step/);
});

test("a timid ball is trapped in the ripple, and a larger alpha frees it", () => {
  const timid = fate("ripple", "alpha", { alpha: CURVES.ripple.alpha });
  assert.equal(timid.kind, "trapped");
  assert.match(timid.text, /bottom 1 of 3\. The lowest is number 3, 4\.\d+ further down/);
  for (const alpha of [0.6, 0.8, 1]) {
    const bold = fate("ripple", "alpha", { alpha });
    assert.equal(bold.kind, "converged");
    assert.match(bold.text, /carry it out of the basin/);
  }
});

test("the way out of a rut is an alpha that was rolled, not one at which the rut lets go", () => {
  const found = survey(CURVES.ripple);
  const [timid, { start }] = [fate("ripple", "alpha", { alpha: 0.05 }), CURVES.ripple];
  assert.ok(limits(found.bottoms[0]).flips < 0.22); // but with .22 it bounces, and with .3 it never settles
  assert.notEqual(fate("ripple", "alpha", { alpha: 0.22 }).kind, "converged");
  assert.match(timid.text, /Tried from the same start: alpha = 0\.25 gets it out, to rest in bottom 3, the lowest\./);
  const out = wayOut(CURVES.ripple, found, start, 0.25, 0);
  assert.deepEqual(out, { alpha: 0.4, bottom: 2 });
  for (const alpha of [0.25, out.alpha]) assert.equal(fate("ripple", "alpha", { alpha }).kind, "converged");
  assert.equal(fate("ripple", "alpha", { alpha: 0.3 }).kind, "jumping");
});

test("of a way out into a bottom that is only lower, or of none, that is said", () => {
  assert.match(fate("five", "alpha", { alpha: 0.03 }).text, /none got it to a lower bottom/);
  const found = survey(CURVES.ripple);
  const deeper = { ...found, bottoms: [...found.bottoms, { x: 40, y: -9, bend: 1 }], lowest: 3 }; // where no ball comes
  const { roll } = fate("ripple", "alpha", { alpha: 0.05 });
  assert.match(verdict(CURVES.ripple, deeper, roll, "alpha", 0.05).text, /alpha = 0\.25 gets it out, to rest in bottom 3\.$/);
});

test("a rule without alpha is told no alpha to get out with, that of the whole slope a larger one than 1", () => {
  const trapped = forecast(CURVES.ripple, RULES.alpha, { alpha: 0.05, step: 1 }, CURVES.ripple.start);
  const found = survey(CURVES.ripple);
  assert.doesNotMatch(verdict(CURVES.ripple, found, trapped, "sign", 0.05).text, /alpha/);
  assert.match(verdict(CURVES.ripple, found, trapped, "slope", 0.05).text, /alpha = 1\.2 gets it out/);
});

test("a ball that had ended begins again where it began, one on its way goes on", () => {
  const { roll } = fate("steep", "slope");
  assert.equal(roll.end, "gone");
  const anew = again(CURVES.steep, roll);
  assert.deepEqual([anew.x, anew.count, anew.end], [CURVES.steep.start, 0, null]);
  const held = advance(CURVES.round, RULES.alpha, { alpha: 0.1, step: 1 }, begun(CURVES.round, -3), 4);
  assert.equal(again(CURVES.round, held), held);
});

test("of a way out without longer and longer steps nothing of the kind is said", () => {
  const { kind, text } = fate("five", "slope");
  assert.equal(kind, "gone");
  assert.doesNotMatch(text, /steeper/);
});

test("a ball that overshoots for long is not called slow", () => {
  const end = forecast(CURVES.steep, RULES.alpha, { alpha: 0.799, step: 1 }, -0.9);
  assert.match(outlook(end), /overshoots again and again/);
});

test("of a ball that never settles nothing is said of bottoms it does not come by", () => {
  const alpha = 0.2328306;
  assert.ok(limits(survey(CURVES.ripple).bottoms[2]).flips > alpha); // the lowest could hold it
  const { kind, text } = fate("ripple", "alpha", { alpha }, -4.9);
  assert.equal(kind, "jumping");
  assert.match(text, /no bottom it comes by/);
});

test("a bottom without a bend holds every alpha", () => {
  const level = { name: "level", value: x => Math.max(0, x * x - 1), slope: x => (Math.abs(x) > 1 ? 2 * x : 0) };
  const [bottom, deeper] = [{ x: 0, y: 0, bend: 0 }, { x: 3, y: -1, bend: 1 }];
  for (const bend of [0, 1e-9, -1e-9]) {
    assert.deepEqual(limits({ ...bottom, bend }), { overshoots: Infinity, flips: Infinity });
    assert.equal(ranges({ ...bottom, bend }, 10).kind, "steady");
    assert.match(ranges({ ...bottom, bend }, 10).text, /level ground: it has no bend, and near it no alpha throws the ball out/);
  }
  const found = { bottoms: [bottom, deeper], tops: [2], lowest: 1, sharpest: 1 };
  const rolled = forecast(level, RULES.alpha, { alpha: 0.5, step: 1 }, 1.5);
  assert.deepEqual([rolled.x, rolled.count], [0, 1]);
  const { kind, text } = verdict(level, found, rolled, "alpha", 0.5);
  assert.equal(kind, "trapped");
  assert.match(text, /it rests in bottom 1 of 2.*Larger alphas were tried from the same start: none/);
});

test("where the slope leads to no bottom, that is said, and no alpha judged", () => {
  assert.deepEqual(ranges(null, 10), { kind: "", text: "The slope leads to no bottom from here." });
});

test("a ball on a top has no slope to go by", () => {
  const { tops } = survey(CURVES.five);
  assert.equal(fate("five", "alpha", { alpha: 0.05 }, tops[1]).kind, "level");
});

test("of a tiny alpha it is told how many steps there are to go, to the step", () => {
  const settings = { alpha: 0.001, step: 1 };
  const roll = begun(CURVES.round, -3.6);
  const end = forecast(CURVES.round, RULES.alpha, settings, -3.6);
  assert.equal(end.end, "rest");
  assert.match(outlook(end), /takes 18,\d\d\d steps in all/);
  advance(CURVES.round, RULES.alpha, settings, roll, end.count - 1);
  assert.equal(roll.end, null);
  assert.equal(advance(CURVES.round, RULES.alpha, settings, roll).end, "rest");
  assert.match(outlook(forecast(CURVES.round, RULES.alpha, { alpha: 1e-6, step: 1 }, 3)), /more than 100,000/);
});

test("a long way is thinned out, its newest steps are not", () => {
  const { roll } = fate("round", "alpha", { alpha: 0.001 });
  assert.ok(roll.points.length <= 1201);
  assert.deepEqual(roll.points.slice(-100).map(({ step }) => step), Array.from({ length: 100 }, (_, i) => roll.count - 99 + i));
});

test("basins end at the tops", () => {
  const found = survey(CURVES.five);
  assert.equal(basinOf(found, found.tops[2] - 0.01), 2);
  assert.equal(basinOf(found, found.tops[2] + 0.01), 3);
  assert.equal(bottomAt(found, found.tops[2]), -1);
});

test("lines of code have the numbers of the step", () => {
  assert.equal(RULES.alpha.now(2, -1.5, { alpha: 0.5, step: 1 }), "x = 2.000 − 0.5 × (−1.500)");
  assert.equal(RULES.sign.now(2, -1.5, { alpha: 0.5, step: 0.3 }), "x = 2.000 − 0.3 × (−1.000)");
});

test("what is no number of the right size is refused in a sentence", () => {
  const read = within("alpha", 0.001, 10);
  for (const text of ["0.5", "0,5", " .5 "]) assert.deepEqual(read(text), { value: 0.5 });
  for (const text of ["", "abc", "0", "-1", "1e9", "NaN"]) assert.deepEqual(read(text), { refusal: "alpha is a number from 0.001 to 10." });
  assert.match(within("x", -5, 5)("9").refusal, /from −5 to 5/);
  assert.deepEqual(within("x", -5, 5)("1,500"), { value: 1.5 }); // there are no thousands to be meant
  assert.equal(within("x", -5000, 5)("−1,500").refusal, "−1,500 may mean −1.5 or −1500: type it without a comma.");
});
