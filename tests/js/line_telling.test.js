import assert from "node:assert/strict";
import test from "node:test";

import { tellLine } from "../../static/lines/telling.js";
import { workOf } from "../../static/lines/work.js";
import { standing } from "./line_network.js";

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const SHAPES = [{}, { sizes: [3, 1] }, { sizes: [2, 5, 3] }, { sizes: [3, 4, 3, 1] }, { sizes: [3, 1, 1] }, { rows: 1 }, { rows: 50, window: [10, 30], row: 12 }];

const tell = (key, options) => {
  const state = standing(key, options);
  return { state, work: workOf(state), text: tellLine(workOf(state), state) };
};
const number = text => Number(text.replaceAll("−", "-"));
const near = (told, value, text) => assert.ok(Math.abs(told - value) <= Math.abs(value) * 0.0006, `${text}: ${told} for ${value}`);
const most = values => values.indexOf(Math.max(...values.map(Math.abs)) === Math.max(...values) ? Math.max(...values) : -Math.max(...values.map(Math.abs)));

function* told(pattern, matching) {
  for (const seed of SEEDS) {
    for (const shape of SHAPES) {
      for (const { key } of standing("l0", shape).run.code) {
        if (!pattern.test(key)) continue;
        const found = tell(key, { ...shape, seed });
        const match = matching.exec(found.text);
        if (match) yield { ...found, match, row: (shape.row ?? 0) - found.state.run.first_row };
      }
    }
  }
}

/** At least so many sentences of a kind must have been there to check. */
function checked(sentences, check) {
  let count = 0;
  for (const sentence of sentences) {
    check(sentence);
    count += 1;
  }
  assert.ok(count > 50, `only ${count}`);
}

test("every line of every network is told, with no hole in the sentence", () => {
  for (const seed of SEEDS.slice(0, 10)) {
    for (const shape of SHAPES) {
      for (const { key, task } of standing("l0", shape).run.code) {
        if (task === "setup") continue;
        const { text } = tell(key, { ...shape, seed });
        assert.match(text, /^[A-Z\w].*\.$/, `${key}: ${text}`);
        assert.doesNotMatch(text, /undefined|null|NaN|\[object|  /, text);
      }
    }
  }
});

test("who is called surest is farther from a half than any other", () => {
  checked(told(/^l\d$/, /hidden unit (\d+) is the surest: the sigmoid makes (\S+) of its sum (\S+)\./), ({ work, match, row, text }) => {
    const out = work.matrices[3].matrix[row];
    const sure = out.map(value => Math.abs(value - 0.5));
    sure.forEach((value, unit) => assert.ok(unit === Number(match[1]) || value < sure[match[1]], text));
    near(number(match[2]), out[match[1]], text);
    near(number(match[3]), work.matrices[2].matrix[row][match[1]], text);
  });
});

test("the answer, the target and how far off it is are those of the example", () => {
  checked(told(/^l\d$/, /For example (\d+) the network answers (\S+); the target is (\S+), so it is (\S+) too (low|high)/), ({ state, match, text }) => {
    const row = Number(match[1]) - 1 - state.run.first_row;
    assert.equal(Number(match[1]) - 1, state.controls.row);
    const [out, target] = [state.frame.layers.at(-1)[row][0], state.run.targets[row][0]];
    near(number(match[2]), out, text);
    assert.equal(number(match[3]), target);
    near(number(match[4]), Math.abs(target - out), text);
    assert.equal(match[5], target > out ? "low" : "high");
  });
});

test("the example called farthest off is", () => {
  checked(told(/_error$/, /^Example (\d+) is farthest off(?: in output (\d+))?: (\S+) too (low|high)\. Of (\d+) \w+.*, (\d+) (?:is|are) too low and (\d+) too high/), ({ state, match, text }) => {
    const errors = state.detailed.detail.errors.at(-1);
    const worst = errors[match[1] - 1 - state.run.first_row][match[2] ?? 0];
    assert.ok(errors.flat().every(error => error === worst || Math.abs(error) < Math.abs(worst)), text);
    near(number(match[3]), Math.abs(worst), text);
    assert.equal(match[4], worst > 0 ? "low" : "high");
    const flat = errors.flat();
    assert.deepEqual(match.slice(5).map(Number), [flat.length, flat.filter(e => e > 0).length, flat.filter(e => e < 0).length]);
  });
});

test("who takes the largest share of the blame does, and the reason given is true", () => {
  checked(told(/_error$/, /hidden unit (\d+) has the weight (\S+) to an answer that is (\S+) too (low|high) for example (\d+), so it takes (?:all|the largest share) of the blame, (\S+): it should have given (more|less)/), ({ state, match, text }) => {
    const [unit, row] = [Number(match[1]), match[5] - 1 - state.run.first_row];
    const shares = state.detailed.detail.errors[0][row];
    assert.equal(most(shares), unit, text);
    near(number(match[2]), state.frame.weights[1][unit][0], text);
    near(number(match[3]), Math.abs(state.detailed.detail.errors[1][row][0]), text);
    near(number(match[6]), shares[unit], text);
    assert.equal(match[7], shares[unit] > 0 ? "more" : "less");
  });
});

test("who is damped most has the smallest slope, who least the largest", () => {
  checked(told(/_delta$/, /^Example (\d+) is surest, so its error is damped most.*: (\S+) × (\S+) leaves (\S+)\. Least damped is example (\d+): /), ({ state, work, match, text }) => {
    const slopes = work.matrices[1].matrix.map(row => row[0]);
    const [least, highest] = [match[1], match[5]].map(example => slopes[example - 1 - state.run.first_row]);
    assert.ok(slopes.every(slope => slope >= least && slope <= highest), text);
    near(number(match[3]), least, text);
  });
});

test("the weight that moves most does, and the pushes that cancel are what the examples ask", () => {
  checked(told(/_update$/, /^(syn(\d)\[(\d+), (\d+)\]), .*moves most, (up|down) by ([^,.]+(?:\.[^,. ]+)?)(?:, from (\S+) to ([^.]+(?:\.\w+)?))?\. (?:The examples do not agree on \S+ \d+\]: they push (\S+) up and (\S+) down before alpha, and (\S+) of that)?/), ({ state, match, text }) => {
    const [synapse, i, j] = match.slice(2, 5).map(Number);
    const moves = state.detailed.detail.updates[synapse].map(row => row.map(value => 2 * value));
    const own = moves[i][j];
    assert.ok(moves.flat().every(move => move === own || Math.abs(move) < Math.abs(own)), text);
    assert.equal(match[5], own > 0 ? "up" : "down");
    near(number(match[6]), Math.abs(own), text);
    if (match[7]) near(number(match[7]), state.frame.weights[synapse][i][j], text);
    if (match[8]) near(number(match[8]), state.frame.weights[synapse][i][j] + own, text);
    if (!match[9]) return;
    const layer = synapse === 0 ? state.run.inputs : state.frame.layers[synapse - 1];
    const pushes = layer.map((row, k) => row[i] * state.detailed.detail.deltas[synapse][k][j]);
    const sum = sign => Math.abs(pushes.filter(push => push * sign > 0).reduce((a, b) => a + b, 0));
    near(number(match[9]), sum(1), text);
    near(number(match[10]), sum(-1), text);
    near(number(match[11]), Math.min(sum(1), sum(-1)), text);
  });
});

test("where two are equally large, neither is called the largest", () => {
  const alike = { weights: [[[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]], [[0.5], [0.5]]], sizes: [3, 2, 1] };
  for (const key of ["l1", "l1_error", "l1_delta", "syn1_update", "syn0_update"]) {
    const { text } = tell(key, alike);
    assert.doesNotMatch(text, /is the surest|takes the largest|moves most/, text);
  }
});

test("zero weights, a step, no slope and a wrong sign are told as what they are", () => {
  const zeros = { weights: [[[0, 0], [0, 0], [0, 0]], [[0], [0]]], sizes: [3, 2, 1] };
  assert.match(tell("l1", zeros).text, /all 2 units of l1 give the same: 0\.5/);
  assert.match(tell("l1_error", zeros).text, /every share is 0/);
  assert.match(tell("syn0_update", zeros).text, /none of its weights moves/);
  assert.match(tell("l2_delta", { stepped: true }).text, /^A step has no slope, so every l2_delta is 0\.$/);
  assert.match(tell("l2_delta", { slopeless: [2] }).text, /^The slope is left out: l2_delta is l2_error as it is/);
  const [right, wrong] = [tell("syn1_update"), tell("syn1_update", { flipped: [1] })];
  assert.match(wrong.text, /The update is subtracted here/);
  assert.notEqual(/ (up|down) /.exec(right.text)[1], / (up|down) /.exec(wrong.text)[1]);
});

test("numbers that are none any more are said to be that", () => {
  const broken = { weights: [[[NaN, 1], [1, 1], [1, 1]], [[1], [1]]], sizes: [3, 2, 1], inputs: [[1, 0, 1], [0, 1, 1]], targets: [[0], [1]] };
  for (const { key, task } of standing("l0", broken).run.code) {
    if (task === "setup" || key === "l0" || key === "for") continue;
    assert.match(tell(key, broken).text, /not (a number|numbers|every number)|cannot be compared/, key);
  }
});

test("an answer that is exactly right is not called too low", () => {
  const { text } = tell("l1", { sizes: [1, 1], inputs: [[0], [1]], targets: [[0.5], [1]], weights: [[[1]]] });
  assert.match(text, /answers 0\.5; the target is 0\.5, so it is exactly right\.$/);
});
