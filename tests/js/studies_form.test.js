// The form of a study: what the server makes of the lists is said in it, and in the one that asked alone.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

/** As much of an element as the form needs. */
class Part extends EventTarget {
  attributes = new Map();
  children = [];
  dataset = {};
  style = {};
  textContent = "";
  get value() {
    return this.attributes.get("value");
  }
  set value(text) {
    this.attributes.set("value", text);
  }
  append(...children) {
    this.children.push(...children);
  }
  replaceChildren() {}
  contains() {
    return true;
  }
  setAttribute(name, value) {
    this.attributes.set(name, value);
  }
  removeAttribute(name) {
    this.attributes.delete(name);
  }
  /** @returns {Part[]} those of a class, or of that tag */
  all(wanted) {
    const own = this.children.filter(child => child instanceof Part);
    return own.flatMap(child => [...(child.tag === wanted || child.attributes.get("class") === wanted ? [child] : []), ...child.all(wanted)]);
  }
}
globalThis.document = { documentElement: { dataset: {} }, createElement: tag => Object.assign(new Part(), { tag }) };
const { studyForm } = await import("../../static/studies/form.js");

const ONCE = ".1 was typed more than once, and is taken once.";
/** @type {any[]} */
let sent;
let refuse;
let isLive;
/** What the page knows of the session. @type {{studies: any[], welcome: object}} */
let known;
let chosen;
const lab = {
  state: () => known,
  send: (verb, refused) => isLive && (sent.push(verb), (refuse = refused), true),
  chooseStudy: purpose => chosen.push(purpose),
};

beforeEach(() => ([sent, chosen, isLive, known] = [[], [], true, { studies: [], welcome: {} }]));

function formOf() {
  const wishes = { purpose: "alphas", verb: "start_race", name: "the alpha race", of: "post", start: "Race" };
  const form = studyForm(lab, { ...wishes, fields: { alphas: ".1 1", iterations: "60" } });
  const [alphas] = form.element.all("input");
  const type = text => (alphas.value = text, form.element.dispatchEvent(new Event("input")));
  const submit = () => form.element.dispatchEvent(new Event("submit", { cancelable: true }));
  const [taken] = form.element.all("study-taken");
  const paint = (...studies) => form.paint({ ...known, studies });
  return { type, submit, paint, taken: () => taken.textContent, isMarked: () => alphas.attributes.has("aria-invalid") };
}

/** @param {number | null} asking @param {string} taken @param {number} number */
function row(asking, taken = ONCE, number = 1) {
  return { purpose: "alphas", of: "post", number, made_at: 0, asking, taken };
}

test("what the server made of a list is said where it was typed, and goes when something else is", () => {
  const { type, submit, paint, taken } = formOf();
  type(".1 .1 1");
  submit();
  assert.equal(sent[0].alphas, ".1 .1 1");
  paint(row(null));
  assert.equal(taken(), ""); // not ours yet
  paint(row(null), row(sent[0].asking));
  assert.equal(taken(), ONCE);
  type(".1 1");
  assert.equal(taken(), "");
  paint(row(sent[0].asking));
  assert.equal(taken(), ""); // once is enough
});

test("another page that asks at the same moment is told of its own list and of no other's", () => {
  const [mine, other, silent] = [formOf(), formOf(), formOf()];
  mine.submit();
  other.submit();
  const studies = sent.map(({ asking }, i) => row(asking, ["", ONCE][i]));
  for (const { paint } of [mine, other, silent]) paint(...studies);
  assert.deepEqual([mine.taken(), other.taken(), silent.taken()], ["", ONCE, ""]);
});

test("nothing is said of a list that is no longer there, nor after a refusal", () => {
  const { type, submit, paint, taken } = formOf();
  submit();
  type("10 100");
  paint(row(sent[0].asking));
  assert.equal(taken(), "");
  submit();
  refuse({ message: "No.", field: "alphas" });
  paint(row(sent[1].asking));
  assert.equal(taken(), "");
});

test("a refusal that comes when its list was mended and asked for again takes nothing from the newer asking", () => {
  const { type, submit, paint, taken, isMarked } = formOf();
  type("much");
  submit();
  const late = refuse;
  type(".1 .1 1");
  submit();
  late({ message: "No.", field: "alphas" });
  assert.ok(!isMarked());
  paint(row(sent[1].asking));
  assert.equal(taken(), ONCE);
  submit();
  refuse({ message: "No.", field: "alphas" });
  assert.ok(isMarked());
});

test("an asking that could not be sent takes nothing from the one before", () => {
  const { submit, paint, taken } = formOf();
  submit();
  isLive = false;
  submit();
  paint(row(sent[0].asking));
  assert.equal(taken(), ONCE);
});

test("when the server has started again it is the newest of those that were not there before", () => {
  const { submit, paint } = formOf();
  const earlier = row(null, "", 1);
  known.studies = [earlier];
  submit();
  paint(earlier, row(null, "", 2));
  assert.deepEqual(chosen, []); // somebody else's: the server forgets no asking before it ends
  known.welcome = {};
  paint(earlier, row(3, "", 2));
  paint(earlier, { ...row(null, "", 2), purpose: "rule" });
  assert.deepEqual(chosen, []);
  paint(earlier, row(null, "", 2));
  assert.deepEqual(chosen, ["alphas"]);
  paint(earlier, row(null, "", 2), row(null, "", 3));
  assert.deepEqual(chosen, ["alphas"]); // once is enough
});
