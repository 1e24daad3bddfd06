import assert from "node:assert/strict";
import test from "node:test";

import { meaningOf, waitBefore } from "../../static/closing.js";
import { requests } from "../../static/requests.js";

for (const code of [1000, 1001, 1005, 1006, 1011, 1012, 1013, 4999]) {
  test(`a connection closed with ${code} is tried again without a word`, () => {
    assert.deepEqual(meaningOf(code), { then: "retry", sentence: null });
  });
}

for (const code of [1009, 4403, 4408]) {
  test(`a connection closed with ${code} stays closed, and the person is told why`, () => {
    const { then, sentence } = meaningOf(code);
    assert.equal(then, "stop");
    assert.match(sentence ?? "", /^[A-Z].*\.$/);
  });
}

test("a full lab is asked again slowly", () => {
  assert.equal(meaningOf(4429).then, "slowly");
  assert.ok(waitBefore(0, "slowly") > 10_000);
});

test("a run that can't be read just now is asked for again, and the person is told", () => {
  const { then, sentence } = meaningOf(4503);
  assert.equal(then, "retry");
  assert.match(sentence ?? "", /^[A-Z].*\.$/);
});

test("waits double up to two seconds", () => {
  const waits = [0, 1, 2, 3, 4, 5, 9].map(failures => waitBefore(failures, "retry", () => 0.5));
  assert.deepEqual(waits, [250, 500, 1000, 2000, 2000, 2000, 2000]);
});

test("no two pages need wait equally long", () => {
  assert.ok(waitBefore(3, "retry", () => 0) < waitBefore(3, "retry", () => 1));
});

test("a refusal reaches the control that asked", () => {
  const asked = requests();
  const heard = [];
  const first = asked.number({ type: "play" }, () => heard.push("first"));
  const second = asked.number({ type: "play" }, () => heard.push("second"));
  assert.notEqual(first.request, second.request);
  assert.ok(asked.refuse({ request: second.request }));
  assert.deepEqual(heard, ["second"]);
});

test("a refusal that nobody waits for is left to others", () => {
  assert.equal(requests().refuse({ request: null }), false);
  assert.equal(requests().refuse({ request: 99 }), false);
});
