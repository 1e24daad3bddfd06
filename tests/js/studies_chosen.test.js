import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const kept = new Map();
globalThis.sessionStorage = {
  getItem: key => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: key => kept.delete(key),
};
const { keyOf, recalled, remember } = await import("../../static/chosen.js");
const { BLANK, reduce } = await import("../../static/store.js");
const { chosenLanes } = await import("../../static/studies/chosen-lanes.js");
const { laneInView } = await import("../../static/studies/race-words.js");
const { typedBefore } = await import("../../static/studies/typed-before.js");

const study = (number, made_at = 100, purpose = "alphas") => ({ number, made_at, purpose });
const chosen = reduce({ ...BLANK, studies: [study(1), study(2)] }, { type: "chosen_study", purpose: "alphas", study: study(1) });

beforeEach(() => kept.clear());

test("a study that was chosen is known again after a reload", () => {
  remember(chosen.chosenStudies);
  const reloaded = reduce({ ...BLANK, chosenStudies: recalled() }, { type: "studies", studies: [study(1), study(2)] });
  assert.deepEqual(reloaded.chosenStudies, { alphas: keyOf(study(1)) });
});

test("a study that there is no more is forgotten, also where another has its number now", () => {
  for (const studies of [[], [study(2)], [study(1, 200)]]) {
    assert.deepEqual(reduce(chosen, { type: "studies", studies }).chosenStudies, {});
  }
});

test("the newest is shown again once it is asked for", () => {
  const newest = reduce(chosen, { type: "chosen_study", purpose: "alphas", study: null });
  assert.deepEqual(reduce(newest, { type: "studies", studies: [study(1)] }).chosenStudies, {});
});

test("what cannot be read is as good as nothing", () => {
  kept.set("eleven-lines:chosen-studies", "[not JSON");
  assert.deepEqual(recalled(), {});
});

test("the lane that was chosen is known again of each race, and forgotten with it", () => {
  let studies = [study(1), study(2)];
  const lanes = () => chosenLanes("alphas", () => studies);
  const before = lanes();
  assert.equal(before.of(study(1)), undefined);
  before.choose(study(1), 0);
  before.choose(study(2), 3);
  assert.deepEqual([lanes().of(study(1)), lanes().of(study(2))], [0, 3]);
  assert.equal(lanes().of(study(2, 200)), undefined);
  studies = [study(2)];
  lanes().choose(study(2), 4);
  assert.deepEqual([lanes().of(study(1)), lanes().of(study(2))], [undefined, 4]);
});

test("the lane that is told of is one that there is: the one that was chosen, else the lowest", () => {
  const lanes = [{ error: 0.4 }, { error: 0.1 }, { error: NaN }];
  for (const kept of [99, -1, 0.5, "length", "0", { a: 1 }, null, undefined]) assert.equal(laneInView(lanes, kept), 1);
  assert.equal(laneInView(lanes, 2), 2);
  assert.equal(laneInView([], 0), 0);
});

test("of what was typed before a reload only texts are taken, and of what a study is only what can be", () => {
  const before = text => {
    kept.set("eleven-lines:study-alphas", text);
    return typedBefore("study-alphas", ["alphas", "iterations"], ["present", "post"]);
  };
  assert.deepEqual(before('{"of": "post", "alphas": "1 10", "iterations": "60"}'), { of: "post", alphas: "1 10", iterations: "60" });
  assert.deepEqual(before('{"of": "mars", "alphas": {"a": 1}, "iterations": 7, "key": "else"}'), {});
  for (const broken of ["[not JSON", "null", "7", '"alphas"', "[1]"]) assert.deepEqual(before(broken), {});
});
