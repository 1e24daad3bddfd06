// @ts-check
/**
 * The form in which a study is asked for: of what, its lists, and the button that starts it. What was typed goes to the
 * server as it is; a refusal is shown under the fields, and what was refused is given back when the form is left.
 *
 * @typedef {import("../lab.js").Lab} Lab
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../messages.js").StudyRow} StudyRow
 * @typedef {import("../messages.js").StartRace | import("../messages.js").StartSweep} Start
 * @typedef {import("./form-fields.js").Field} Field
 * @typedef {Partial<Record<Field, string>>} Typed
 */

import { segments } from "../charts/choice.js";
import { complaint, labelled, numberField } from "../data/tool.js";
import { html, say } from "../dom.js";
import { tabMemory } from "../memory.js";
import { FIELDS, fit, put } from "./form-fields.js";
import { ownStudy } from "./own-study.js";
import { typedBefore } from "./typed-before.js";

/** @type {{value: StudyRow["of"], text: string, sentence: string}[]} */
const SUBJECTS = [
  { value: "present", text: "the present run", sentence: "The data, settings and seed of the run in view." },
  { value: "post", text: "the posts’ XOR", sentence: "The four rows of XOR, 4 hidden units and seed 1, as in the posts." },
];
/** Somebody who has left the form already must still be able to read the refusal, in ms. */
const REMEMBERED_FOR = 8_000;
/** The notice of the same is at the head of the page, which may be far from here. */
const NOT_SENT = "The server cannot be heard just now, so nothing was started; try again when it is.";

/**
 * @param {Lab} lab
 * @param {object} wishes
 * @param {StudyRow["purpose"]} wishes.purpose
 * @param {"start_race" | "start_sweep"} wishes.verb
 * @param {string} wishes.name of the form, for a reader
 * @param {Typed} wishes.fields those that are wanted, with what stands in them at first
 * @param {StudyRow["of"]} wishes.of
 * @param {string} wishes.start what the button says
 */
export function studyForm(lab, { purpose, verb, name, fields, of, start }) {
  const place = `study-${purpose}`;
  const wanted = /** @type {Field[]} */ (Object.keys(fields));
  const before = typedBefore(place, wanted, SUBJECTS.map(({ value }) => value));
  const inputs = wanted.map(key => {
    const { label, size } = FIELDS[key];
    const input = numberField(`${label} of ${name}`, before[key] ?? fields[key] ?? "", size);
    fit(input, size);
    input.addEventListener("input", () => fit(input, size));
    input.addEventListener("blur", () => (input.scrollLeft = 0));
    return { key, input };
  });
  const button = html("button", { type: "submit", class: "plain study-start" }, start);
  const refusal = complaint();
  /** What the server made of a list. */
  const taken = html("p", { class: "study-taken", role: "status" });
  const subject = html("span", { class: "study-of" });
  const choice = segments(subject, `what ${name} is of`, value => choose(value));
  const form = html("form", { class: "study-form", "aria-label": name, novalidate: true },
    subject, ...inputs.map(({ key, input }) => labelled(input, FIELDS[key].label)), button, refusal.element, taken);
  let chosen = before.of ?? of;
  /** What the server has not refused. */
  let granted = typed();
  /** What was asked for last and is neither granted nor refused yet. @type {{study: ReturnType<typeof ownStudy>, values: ReturnType<typeof typed>} | null} */
  let asked = null;
  let timer = 0;
  choice.offer(SUBJECTS);
  choice.select(chosen);

  function typed() {
    return Object.fromEntries(inputs.map(({ key, input }) => [key, input.value]));
  }

  /** @param {string} value */
  function choose(value) {
    chosen = /** @type {StudyRow["of"]} */ (value);
    choice.select(value);
  }

  /** @param {string} sentence @param {string | null} where */
  function refuse(sentence, where) {
    refusal.tell(sentence);
    clearTimeout(timer);
    if (sentence && !form.contains(document.activeElement)) timer = setTimeout(restore, REMEMBERED_FOR);
    for (const { key, input } of inputs) {
      if (sentence && where === FIELDS[key].label) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }

  function restore() {
    for (const { key, input } of inputs) if (input.hasAttribute("aria-invalid")) put(input, key, granted[key]);
    refuse("", null);
  }

  function ask() {
    refuse("", null);
    say(taken, "");
    const mine = { study: ownStudy(purpose, lab.state()), values: typed() };
    const message = /** @type {Start} */ ({ type: verb, purpose, asking: mine.study.ticket, of: chosen, ...mine.values });
    const sent = lab.send(message, ({ message: sentence, field }) => {
      if (asked !== mine) return; // that was mended since, and asked for again
      asked = null;
      refuse(sentence, field);
    });
    if (sent) asked = mine;
    else refuse(NOT_SENT, null);
  }

  form.addEventListener("submit", event => {
    event.preventDefault();
    ask();
  });
  form.addEventListener("input", () => {
    refuse("", null);
    say(taken, "");
  });
  form.addEventListener("focusout", event => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget)) && !refusal.element.hidden) restore();
  });

  return {
    element: form,
    /** Of what it is going to be asked. */
    of: () => chosen,
    turn: choose,
    /** Put this in the fields and ask for it. @param {StudyRow["of"]} of @param {Typed} values */
    start(of, values) {
      choose(of);
      for (const { key, input } of inputs) put(input, key, values[key] ?? input.value);
      ask();
    },
    /** @param {State} state */
    paint(state) {
      const own = asked?.study.in(state);
      if (!asked || !own) return;
      granted = asked.values; // the panel shows it
      asked = null;
      if (wanted.every(key => typed()[key] === granted[key])) say(taken, own.taken);
      tabMemory.set(place, JSON.stringify({ of: own.of, ...granted }));
      lab.chooseStudy(purpose, null);
    },
  };
}
