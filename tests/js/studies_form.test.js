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
const lab = { send: (verb, refused) => (sent.push(verb), (refuse = refused), true), chooseStudy() {} };

beforeEach(() => (sent = []));

function formOf() {
  const wishes = { purpose: "alphas", verb: "start_race", name: "the alpha race", of: "post", start: "Race" };
  const form = studyForm(lab, { ...wishes, fields: { alphas: ".1 1", iterations: "60" } });
  const [alphas] = form.element.all("input");
  const type = text => (alphas.value = text, form.element.dispatchEvent(new Event("input")));
  const submit = () => form.element.dispatchEvent(new Event("submit", { cancelable: true }));
  const [taken] = form.element.all("study-taken");
  return { form, type, submit, taken: () => taken.textContent };
}

/** @param {number | null} asking @param {string} taken */
function row(asking, taken = ONCE) {
  return { purpose: "alphas", of: "post", number: 1, asking, taken };
}

test("what the server made of a list is said where it was typed, and goes when something else is", () => {
  const { form, type, submit, taken } = formOf();
  type(".1 .1 1");
  submit();
  assert.equal(sent[0].alphas, ".1 .1 1");
  form.paint({ studies: [row(null)] });
  assert.equal(taken(), ""); // not ours yet
  form.paint({ studies: [row(null), row(sent[0].asking)] });
  assert.equal(taken(), ONCE);
  type(".1 1");
  assert.equal(taken(), "");
  form.paint({ studies: [row(sent[0].asking)] });
  assert.equal(taken(), ""); // once is enough
});

test("another page that asks at the same moment is told of its own list and of no other's", () => {
  const [mine, other, silent] = [formOf(), formOf(), formOf()];
  mine.submit();
  other.submit();
  const studies = sent.map(({ asking }, i) => row(asking, ["", ONCE][i]));
  for (const { form } of [mine, other, silent]) form.paint({ studies });
  assert.deepEqual([mine.taken(), other.taken(), silent.taken()], ["", ONCE, ""]);
});

test("nothing is said of a list that is no longer there, nor after a refusal", () => {
  const { form, type, submit, taken } = formOf();
  submit();
  type("10 100");
  form.paint({ studies: [row(sent[0].asking)] });
  assert.equal(taken(), "");
  submit();
  refuse({ message: "No.", field: "alphas" });
  form.paint({ studies: [row(sent[1].asking)] });
  assert.equal(taken(), "");
});
