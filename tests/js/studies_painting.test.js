import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { panelStudy } from "../../static/studies/painting.js";

const ROW = { number: 1, version: 1, purpose: "alphas", made_at: 0, title: "7 alphas", of: "post", about: "seed 1", state: "done" };

test("what could not be fetched is said at once, though nothing else paints the panel", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.method(globalThis, "fetch", () => Promise.reject(new Error("no network")));
  const state = { studies: [ROW], chosenStudies: {}, welcome: null };
  const parts = { form: { paint() {} }, bar: { paint() {} }, empty: { hidden: true }, about: { textContent: "" } };
  const study = panelStudy({ state: () => state }, { purpose: "alphas", changed() {}, ...parts });
  study.paint(state);
  assert.equal(parts.about.textContent, "7 alphas · seed 1");
  for (let i = 0; i < 9; i++) await null;
  assert.match(parts.about.textContent, /could not be fetched/);
});
