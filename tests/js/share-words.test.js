import assert from "node:assert/strict";
import { test } from "node:test";

import { arrivalWords } from "../../static/arrival.js";
import { aboutLink, embedCode, labAt, longLink, shortLink, suggestedHeight } from "../../static/share/words.js";

const BASE = "https://lab.example.org/";
const link = { run: "1abc", why: "", iteration: 600, keeps: true, embeds: false };

test("the lab's address has no query, whatever page of it one is on", () => {
  assert.equal(labAt({ origin: "https://lab.example.org", pathname: "/" }), BASE);
  assert.equal(labAt({ origin: "https://x.org", pathname: "/labs/" }), "https://x.org/labs/");
  assert.equal(longLink(BASE, "1abc"), "https://lab.example.org/?run=1abc");
  assert.equal(shortLink(BASE, "abcd"), "https://lab.example.org/r/abcd");
});

test("a long link says that some programs cut it off, and what to do", () => {
  assert.doesNotMatch(aboutLink(link, longLink(BASE, "1abc")), /too long/);
  assert.match(aboutLink(link, longLink(BASE, "a".repeat(2_100))), /2,129 characters.*too long.*short link/);
  assert.match(aboutLink({ ...link, keeps: false }, longLink(BASE, "a".repeat(2_100))), /Take home/);
});

test("a run that no link holds has a short one, or files", () => {
  const none = { ...link, run: null, why: "This run is too large for a link." };
  assert.equal(aboutLink(none, ""), "This run is too large for a link. The short link below holds it.");
  assert.match(aboutLink({ ...none, keeps: false }, ""), /Take home/);
});

test("the embed code is markup that holds its address whole", () => {
  const code = embedCode(BASE, "run=1abc", { panels: ["network", "error surface"], play: true, controls: true, height: 300 });
  assert.match(code, /src="https:\/\/lab\.example\.org\/\?run=1abc&amp;embed=network,error-surface&amp;play=1&amp;controls=1"/);
  assert.match(code, /height:300px/);
});

test("a frame is suggested higher for more panels, and for the controls", () => {
  const heights = [1, 2, 3, 4].map(panels => suggestedHeight(panels, false));
  assert.deepEqual(heights, [...new Set(heights)].sort((a, b) => a - b));
  for (const panels of [1, 4]) assert.ok(suggestedHeight(panels, true) > suggestedHeight(panels, false));
});

const arrival = { iteration: 60_000, same: null };

test("a run that is trained again says where it is going", () => {
  const words = arrivalWords({ arrival, controls: { catching_up: 60_000 } });
  assert.deepEqual([words.kind, words.text], ["way", "Training again to iteration 60,000…"]);
});

test("it says whether the bits are the same, and if they are not, why that can be", () => {
  assert.equal(arrivalWords({ arrival: { ...arrival, same: true }, controls: null }).kind, "same");
  const other = arrivalWords({ arrival: { ...arrival, same: false }, controls: null });
  assert.equal(other.kind, "other");
  assert.match(other.why, /version.*numpy/s);
});

test("nothing is said of a run that came by no link, or was stopped on its way", () => {
  assert.equal(arrivalWords({ arrival: null, controls: { catching_up: 5 } }).text, "");
  assert.equal(arrivalWords({ arrival, controls: { catching_up: null } }).text, "");
});
