import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { keyOf } from "../../static/chosen.js";
import { following } from "../../static/studies/following.js";

let now, state, asked, changes, study;

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(performance, "now", () => now);
  [now, asked, changes] = [0, [], 0];
  state = { studies: [row(1, 1)], chosenStudies: {} };
  const ask = number => new Promise((resolve, reject) => asked.push({ number, resolve, reject }));
  study = following({ state: () => state, purpose: "alphas", ask, changed: () => changes++ });
});

function row(number, version, purpose = "alphas") {
  return { number, version, purpose, made_at: 0 };
}

/** The server answers the newest question. */
async function answered(version) {
  const { number, resolve } = asked.at(-1);
  resolve({ number, version });
  await settled();
}

async function settled() {
  for (let i = 0; i < 5; i++) await null;
}

test("the newest study of the panel's own purpose is followed", () => {
  state.studies = [row(1, 1), row(2, 1), row(3, 1, "rule")];
  study.look();
  assert.deepEqual(asked.map(question => question.number), [2]);
});

test("nothing is asked of a study that has found nothing yet", () => {
  state.studies = [row(1, 0)];
  study.look();
  assert.equal(asked.length, 0);
});

test("what is known already is not asked for again", async () => {
  study.look();
  await answered(1);
  study.look();
  assert.equal(asked.length, 1);
  assert.equal(study.result().version, 1);
});

test("one answer is awaited at a time, and then the newest asked for, once", async () => {
  study.look();
  for (const version of [2, 3, 4]) {
    state.studies = [row(1, version)];
    study.look();
  }
  assert.equal(asked.length, 1);
  await answered(1);
  assert.equal(asked.length, 2);
  await answered(4);
  assert.equal(asked.length, 2);
  assert.equal(study.result().version, 4);
});

test("a panel that is out of view asks no more, whatever its study finds", async () => {
  study.look();
  state.studies = [row(1, 2)];
  await answered(1);
  assert.equal(asked.length, 1);
});

test("another study that is chosen takes the place of what was shown and of what was awaited", async () => {
  state.studies = [row(1, 1), row(2, 1)];
  study.look();
  await answered(1);
  state.studies = [row(1, 1), row(2, 2)];
  study.look();
  state.chosenStudies = { alphas: keyOf(row(1, 1)) };
  study.look();
  assert.equal(study.result(), null);
  await answered(2);
  assert.equal(study.result(), null);
  assert.equal(asked.at(-1).number, 1);
  await answered(1);
  assert.equal(study.result().number, 1);
});

test("a study that is deleted leaves an empty panel", async () => {
  study.look();
  await answered(1);
  state.studies = [];
  study.look();
  assert.equal(study.result(), null);
  assert.equal(changes, 2);
});

test("a question that failed is asked again after a while, not before, and meanwhile the panel can say so", async () => {
  study.look();
  asked[0].reject(new Error("no network"));
  await settled();
  study.look();
  assert.equal(asked.length, 1);
  assert.equal(study.failed(), true);
  now = 5_000;
  mock.timers.tick(5_000);
  assert.equal(asked.length, 2);
  await answered(1);
  assert.equal(study.result().version, 1);
  assert.equal(study.failed(), false);
});

/** How often it is asked for again within so many milliseconds, if no answer ever comes. */
async function failures(milliseconds) {
  const before = asked.length;
  for (const end = now + milliseconds; now < end;) {
    asked.at(-1).reject(new Error("404"));
    await settled();
    now += 500;
    mock.timers.tick(500);
  }
  return asked.length - before;
}

test("what never comes is asked for ever less often, at least once a minute", async () => {
  study.look();
  assert.equal(await failures(8_000), 2);
  const often = await failures(600_000);
  assert.ok(often >= 10 && often <= 16, String(often));
});

test("it is asked for as often as at first when the panel is painted, or when there is more", async () => {
  study.look();
  await failures(600_000);
  study.look();
  assert.equal(await failures(5_000), 1);
  await failures(600_000);
  state.studies = [row(1, 2)];
  const until = asked.length;
  while (asked.length === until) await failures(500);
  assert.equal(await failures(8_000), 2);
});

test("a study of a new session that has the number of an old one is not taken for that", async () => {
  study.look();
  await answered(9);
  state.studies = [{ ...row(1, 0), made_at: 2 }];
  study.look();
  assert.equal(study.result(), null);
  state.studies = [{ ...row(1, 1), made_at: 2 }];
  study.look();
  assert.equal(asked.length, 2);
});

test("a study that is deleted while its answer is awaited leaves no complaint", async () => {
  study.look();
  state.studies = [];
  asked[0].reject(new Error("404"));
  await settled();
  assert.equal(study.failed(), false);
});

test("what failed of one study is not said of the next, which is asked for at once", async () => {
  study.look();
  asked[0].reject(new Error("no network"));
  await settled();
  state.studies = [row(1, 1), row(2, 1)];
  study.look();
  assert.equal(study.failed(), false);
  assert.equal(asked.at(-1).number, 2);
});
