import assert from "node:assert/strict";
import { test } from "node:test";

import { PANELS, embedQuery, readEmbed, withoutEmbed } from "../../static/embedding.js";

test("an address without embed is none", () => {
  assert.equal(readEmbed("?run=1abc"), null);
  assert.equal(readEmbed(""), null);
});

test("panels come by their titles, in their order, once each", () => {
  assert.deepEqual(readEmbed("?embed=error,Network,the-network,sigmoid+slopes").panels, ["curve", "network", "sigmoid"]);
  assert.deepEqual(readEmbed("?embed=").panels, ["network", "curve"]);
});

test("an unknown panel is refused by a sentence that names the others", () => {
  const { panels, trouble } = readEmbed("?embed=network,confetti");
  assert.deepEqual(panels, []);
  assert.match(trouble, /“confetti”/);
  for (const name of Object.keys(PANELS)) assert.ok(trouble.includes(name), name);
});

test("names that every object has are no panels", () => {
  for (const name of ["constructor", "toString", "__proto__"]) assert.ok(readEmbed(`?embed=${name}`).trouble, name);
});

test("five panels are too many", () => {
  assert.match(readEmbed("?embed=network,error,weights,code,examples").trouble, /up to 4/);
});

test("the settings show, and it plays, only if that is asked for", () => {
  assert.deepEqual([readEmbed("?embed=").controls, readEmbed("?embed=").play], [false, false]);
  assert.deepEqual([readEmbed("?embed=&controls=1&play=1").controls, readEmbed("?embed=&controls=1&play=1").play], [true, true]);
});

test("the whole lab opens the same run", () => {
  assert.equal(withoutEmbed("?run=1abc&embed=network&play=1&controls=1"), "?run=1abc");
  assert.equal(withoutEmbed("?embed=network"), "");
});

test("what is written is read", () => {
  const { panels, play, controls } = readEmbed(`?${embedQuery(["error surface", "error"], true, true)}`);
  assert.deepEqual([panels, play, controls], [["surface", "curve"], true, true]);
});
