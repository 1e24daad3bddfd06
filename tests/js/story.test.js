import assert from "node:assert/strict";
import test from "node:test";

import { actionsFor, gistOf } from "../../static/story/actions.js";
import { sentence } from "../../static/story/moment.js";
import { follow, NOTHING } from "../../static/story/since.js";
import { isReordered, tellAgain, tellChange, tellShuffle, tellStretch } from "../../static/story/stretch.js";
import { examples } from "../../static/story/wording.js";

/** The four examples of the posts. */
const XOR = {
  rows: 4, inputs: [[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]], targets: [[0], [1], [1], [0]], frame: { weights: [[], []] }, broken: false,
};
const TARGETS = [[0], [1], [1], [0]];
const run = { run: 1, rows: 4, first_row: 0, targets: TARGETS, code: [] };

/** A frame of the network with these outputs and weights. */
function moment(iteration, outputs, weights, changes = weights.map(() => 0)) {
  const errors = outputs.map((output, i) => [TARGETS[i][0] - output]);
  return {
    iteration, first_row: 0, weights: [weights.map(weight => [weight])], layers: [outputs.map(output => [output])],
    error: errors.reduce((sum, [error]) => sum + Math.abs(error), 0) / errors.length,
    detail: { errors: [errors], changes: [changes.map(change => [change])] },
  };
}
const start = moment(0, [0.5, 0.5, 0.5, 0.5], [0.1, -0.2]);

test("before any training it tells what the start gives", () => {
  const told = tellStretch(null, moment(0, [0.26, 0.36, 0.24, 0.33], [0.1, -0.2]), run);
  assert.equal(told, "Nothing is trained yet: 2 weights between −0.20 and 0.10 give answers between 0.240 and 0.360, a mean error of 0.498.");
});

test("a start at zero is told as such", () => {
  assert.match(tellStretch(null, moment(0, [0.5, 0.5, 0.5, 0.5], [0, 0]), run), /2 weights of 0\.00 give answers of 0\.500, a mean error of 0\.500/);
});

test("a stretch tells where the error, an example and a weight went", () => {
  const told = tellStretch(start, moment(600, [0.1, 0.8, 0.95, 0.2], [0.3, -6.5]), run);
  assert.equal(told, "From iteration 0 to 600 the mean error fell from 0.500 to 0.138. All 4 examples came closer, "
    + "example 3 the most (0.500 to 0.950, target 1). syn0[1, 0] moved farthest (−0.20 to −6.50).");
});

test("nobody is named where two examples did equally well", () => {
  assert.match(tellStretch(start, moment(9, [0.1, 0.9, 0.6, 0.4], [3, 0]), run), /All 4 examples came closer\. syn0\[0, 0\]/);
});

test("an example that moved away while the error fell is named", () => {
  const told = tellStretch(start, moment(9, [0.1, 0.4, 0.9, 0.1], [3, 3]), run);
  assert.match(told, / 1 of 4 examples moved away: example 2 \(0\.500 to 0\.400, target 1\)\./);
});

test("an example that came closer while the error rose is named", () => {
  const told = tellStretch(start, moment(9, [0.6, 0.6, 0.3, 0.7], [3, 3]), run);
  assert.match(told, / 1 of 4 examples came closer: example 2 \(0\.500 to 0\.600, target 1\)\./);
});

test("a single iteration is told by its number, small changes with enough digits", () => {
  const told = tellStretch(start, moment(1, [0.49999, 0.50001, 0.50001, 0.49999], [0.1, -0.19]), run);
  assert.match(told, /^In iteration 1 the mean error fell from 0\.500000 to 0\.499990\./);
});

test("an error that stands still is said to, and weights too", () => {
  const told = tellStretch(start, moment(9, [0.5, 0.5, 0.5, 0.5], [0.1, -0.2]), run);
  assert.equal(told, "From iteration 0 to 9 the mean error stood still at 0.500. No weight moved.");
});

test("a change too small to write is told by its size", () => {
  const told = tellStretch(start, moment(9, [0.5 - 1e-9, 0.5, 0.5, 0.5], [0.1, -0.2 - 1e-9]), run);
  assert.match(told, /the mean error of 0\.500 fell by only [23] × 10⁻¹⁰\./);
  assert.match(told, /No weight moved by more than 1 × 10⁻⁹\./);
});

test("weights that turn round all the time are what the stretch was about", () => {
  const told = tellStretch(start, moment(10, [0.6, 0.4, 0.4, 0.6], [3, 4], [9, 8]), run);
  assert.match(told, /rose from 0\.500 to 0\.600/);
  assert.match(told, /All 2 weights changed direction, 17 times in all\./);
});

test("a stretch that slowed down says how far it was halfway", () => {
  const curve = { iterations: [0, 300, 600], errors: [0.5, 0.15, 0.1375] };
  const told = tellStretch(start, moment(600, [0.1, 0.8, 0.95, 0.2], [0.3, -0.4]), run, curve);
  assert.match(told, /Most of that by iteration 300\./);
});

test("numbers past all bounds are told as that, and nothing else", () => {
  const told = tellStretch(start, moment(12, [NaN, NaN, NaN, NaN], [NaN, Infinity]), run);
  assert.match(told, /^From iteration 0 to 12 the numbers grew past .* was 0\.500 and is no number any more\.$/);
});

test("where the network has changed its size, weights are not compared", () => {
  const grown = { ...moment(9, [0.1, 0.9, 0.9, 0.1], [1, 2]), weights: [[[1, 2]], [[1], [2]]] };
  assert.match(tellStretch(start, grown, run), /another size since: no hidden units became 2\.$/);
});

test("of many rows it speaks of those in view", () => {
  assert.match(tellStretch(start, moment(9, [0.1, 0.8, 0.95, 0.2], [0, 0]), { ...run, rows: 1000 }), /All 4 examples in view came closer/);
});

test("what was changed by hand is told by what it did to the error", () => {
  assert.match(tellChange(0.02, start), /changed by hand at iteration 0 took the mean error from 0\.0200 to 0\.500/);
  assert.equal(tellChange(0.5, start), "At iteration 0 the mean error is 0.500.");
});

const state = (detailed, { playing = false, marks = [], of = run } = {}) => ({ run: of, frame: detailed, detailed, controls: { playing }, marks });
const [at0, at5, at9, at10] = [0, 5, 9, 10].map(iteration => ({ ...start, iteration }));
const walk = (...states) => states.reduce((memory, [now, clock]) => follow(memory, now, clock), NOTHING);

test("a stretch begins when training starts, and lasts beyond its end", () => {
  const memory = walk([state(at0), 0], [state(at0, { playing: true }), 1e3], [state(at5, { playing: true }), 2e3], [state(at5), 3e3], [state(at9), 3100]);
  assert.equal(memory.from, at0);
  assert.equal(memory.last, at9);
});

test("a step is a stretch of its own", () => {
  assert.equal(walk([state(at0), 0], [state(at9), 1e3], [state(at10), 2e3]).from, at9);
});

test("an edit begins a stretch and remembers the error before it", () => {
  const edited = { ...at9, error: 0.7 };
  const memory = walk([state(at0), 0], [state(at9), 1e3], [state(edited, { marks: [{ label: "weights" }] }), 2e3]);
  assert.deepEqual([memory.from, memory.was], [edited, 0.5]);
});

test("a detail that is old news gives way to the newest frame", () => {
  const memory = walk([state(at0), 0], [{ ...state(at0, { playing: true }), frame: at9 }, 1e3]);
  assert.deepEqual([memory.from, memory.last], [at0, at9]);
  assert.equal(follow(memory, { ...state(at5, { playing: true }), frame: at10 }, 2e3).last, at10);
});

test("another run begins anew, and another window on the rows does not", () => {
  const seen = [[state(at0), 0], [state(at9), 1e3]];
  assert.equal(walk(...seen, [state(at5, { of: { ...run, run: 2 } }), 2e3]).from, at5);
  assert.equal(walk(...seen, [state(at9, { of: { ...run, first_row: 40 } }), 2e3]).from, at0);
});

test("advice is a button only where it is sure what to do", () => {
  const controls = { alpha: 1000, seed: 1 };
  const labels = (kind, more = {}, advice = "") => actionsFor({ kind, advice }, { ...XOR, ...more }, controls).map(({ label }) => label);
  assert.deepEqual(labels("overflow"), ["alpha 1000 → 100, and reset"]);
  assert.deepEqual(labels("saturated", {}, "Scale the inputs to about 1, or reset and take a smaller alpha."), []);
  assert.deepEqual(labels("cancel"), ["seed 1 → 2"]);
  assert.deepEqual(labels("step", { broken: true }), ["Mend the lines"]);
  assert.deepEqual(labels("out-of-reach"), []);
});

test("where a hidden layer would solve it, the way to one is a button", () => {
  const open = (run, kind = "columns") => actionsFor({ kind, advice: "" }, { ...XOR, frame: { weights: [[]] }, ...run }, {});
  assert.deepEqual(open({}).map(({ verbs }) => verbs), [[{ type: "choose_experiment", experiment: "xor" }]]);
  assert.equal(open({}, "cancel").length, 1);
  assert.deepEqual(open({ targets: [[0], [1], [1], [1]] }), []);
  assert.deepEqual(open({ rows: 40 }), []);
});

test("the bar has the first sentence and the advice", () => {
  const why = { sentence: "The mean error is 0.5. It stays there.", advice: "Reset." };
  assert.equal(gistOf(why), "The mean error is 0.5. Reset.");
});

test("one example is told by error and slope, and without a slope where there is none", () => {
  assert.match(sentence(1, 0.9, 1), /0\.100 × slope 0\.0900 = 0\.0090? goes back\.$/);
  assert.match(sentence(1, 0.9, 1, true), /0\.100 goes back as it is\.$/);
  assert.match(sentence(1, 1, 1, true), /nothing goes back\.$/);
  assert.match(sentence(1, NaN, 1), /beyond what a computer can hold/);
  assert.doesNotMatch(sentence(1, 0.02, 0.5), /right/);
});

test("the product that is shown is that of the numbers shown, and so is the difference", () => {
  for (const [output, target] of [[0.474, 0], [0.96391234, 1], [0.99993, 7], [0.0239961, 0], [0.3333333, 1], [0.00007, 0]]) {
    const told = sentence(0, output, target).replace(/ × 10⁻(.)/g, (_, power) => `e-${"⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(power)}`);
    const [, off, slope, result] = told.match(/error of (\S+) × slope (\S+) = (\S+) goes back/) ?? [];
    assert.equal(Number(result), Number((off * slope).toPrecision(result.includes("e") ? 2 : result.replace(/^0\.0*/, "").replace(".", "").length)), told);
    const [, gives] = told.match(/gives (\d\S*\d)[.:]/) ?? [];
    assert.ok(Math.abs(Math.abs(gives - target) - off) <= 0.0005 * Math.max(1, off), told);
  }
});

test("how sure an output is depends on how far off it is", () => {
  assert.match(sentence(0, 0.0559, 0), /right and fairly sure/);
  assert.match(sentence(0, 0.2, 0), /leaning the right way/);
  assert.match(sentence(0, 0.99, 0), /wrong and very sure/);
  assert.match(sentence(0, 0.6, 1), /undecided/);
  assert.match(sentence(0, 0.99, 7), /should give 7; a sigmoid gives at most 1\. It gives 0\.99/);
});

test("rows in another order change nothing that can be read", () => {
  assert.match(tellShuffle(0.5 + 1e-12, start), /^At iteration 0 the rows were put in another order, and the mean error is still 0\.500:/);
  const turned = { ...XOR, inputs: [...XOR.inputs].reverse(), targets: [[0], [1], [1], [0]] };
  assert.ok(isReordered(XOR, turned));
  assert.ok(!isReordered(XOR, XOR));
  assert.ok(!isReordered(XOR, { ...turned, targets: [[1], [1], [1], [0]] }));
});

test("examples are counted from one, and many are not all named", () => {
  assert.equal(examples([3]), "example 4");
  assert.equal(examples([1, 2]), "examples 2 and 3");
  assert.equal(examples([...Array(41).keys()]), "examples 1, 2, 3, 4 and 37 more");
});

test("a change in the past of the run is told as what it made of the present, and one made here as that", () => {
  const mark = (iteration, label) => ({ iteration, field: "alpha", label });
  const state = (marks, frame) => ({ run, controls: { playing: false }, marks, frame, detailed: null });
  const [before, after] = [moment(600, [0.5, 0.5, 0.5, 0.5], [1]), moment(600, [0.4, 0.6, 0.6, 0.4], [1])];
  const there = follow(NOTHING, state([mark(100, "alpha 1 → 2")], before), 0);
  const moved = follow(there, state([mark(200, "alpha 1 → 2")], after), 1000);
  assert.deepEqual([moved.was, moved.again], [0.5, true]);
  assert.equal(tellAgain(0.5, after), "Trained again after a change in its past, the run has a mean error of 0.400 at iteration 600; it was 0.500.");
  const here = follow(there, state([mark(100, "alpha 1 → 2"), mark(600, "alpha 2 → 3")], after), 1000);
  assert.deepEqual([here.was, here.again], [0.5, false]);
});

test("going past a change on the timeline is no change", () => {
  const marks = [{ iteration: 7, field: "hidden_size", label: "hidden size 4 → 6" }];
  const memory = walk([state(at5, { marks }), 0], [state(at9, { marks, of: { ...run } }), 1e3]);
  assert.deepEqual([memory.was, memory.from.iteration], [null, 5]);
});
