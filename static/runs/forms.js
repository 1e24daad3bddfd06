// @ts-check
/**
 * What is asked of runs besides their rows: the goal that they are compared by, and a branch from here.
 *
 * @typedef {import("../lab.js").Lab} Lab
 * @typedef {import("../lab.js").State} State
 */

import { complaint, labelled, numberField } from "../data/tool.js";
import { html, say, set } from "../dom.js";
import { field } from "../field.js";
import { brief, whole } from "../numbers.js";

/** Somebody who has left the form already must still be able to read why there is no branch, in ms. */
const REMEMBERED_FOR = 8_000;

/** @param {Element} tools of the panel's head @param {Lab} lab */
export function goalField(tools, lab) {
  const input = html("input", { id: "runs-goal", type: "text", inputmode: "decimal", autocomplete: "off", size: 6, placeholder: "none" });
  const label = html("label", { class: "runs-goal-label", for: "runs-goal" }, "goal: error down to");
  tools.append(label, html("span", { class: "typed" }, input));
  const text = field(input, (raw, refused) => lab.send({ type: "set_goal", error: raw.trim() || null }, refused));
  return {
    /** @param {State} state */
    paint({ controls }) {
      if (controls) text.show(controls.goal === null ? "" : brief(controls.goal));
    },
  };
}

/** @param {Lab} lab */
export function branchForm(lab) {
  const [alpha, size] = [numberField("alpha of the branch", "", 6), numberField("hidden size of the branch", "", 4)];
  const submit = html("button", { type: "submit", class: "plain runs-branch-button" }, "Branch here");
  const sizes = labelled(size, "hidden size ");
  const refusal = complaint();
  const form = html("form", { class: "runs-branch", novalidate: true }, submit, html("span", {}, "with"), labelled(alpha, "alpha "), sizes, refusal.element);

  form.addEventListener("input", () => refuse("", null));
  form.addEventListener("submit", event => {
    event.preventDefault();
    refuse("", null);
    const verb = { type: /** @type {const} */ ("branch"), alpha: alpha.value.trim() || null, hidden_size: size.value.trim() || null };
    pending = lab.send(verb, ({ message, field }) => refuse(message, field));
  });
  form.addEventListener("focusout", event => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) restore();
  });
  let pending = false;
  let run = NaN;
  let timer = 0;

  /** What was refused goes, and the present value stands there again. */
  function restore() {
    for (const input of [alpha, size]) if (input.hasAttribute("aria-invalid")) input.value = "";
    refuse("", null);
  }

  /** @param {string} sentence @param {string | null} where */
  function refuse(sentence, where) {
    pending = false;
    refusal.tell(sentence);
    clearTimeout(timer);
    if (sentence && !form.contains(document.activeElement)) timer = setTimeout(restore, REMEMBERED_FOR);
    for (const [input, name] of /** @type {const} */ ([[alpha, "alpha"], [size, "hidden size"]])) {
      if (sentence && where === name) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }

  return {
    element: form,
    /** @param {State} state @param {boolean} write */
    paint({ controls, frame, run: snapshot }, write) {
      if (!controls || !frame) return;
      if (pending && snapshot && snapshot.run !== run) { // it was granted: the page shows the branch
        pending = false;
        alpha.value = size.value = "";
      }
      run = snapshot?.run ?? NaN;
      if (write) say(submit, `Branch at ${whole(frame.iteration)}`);
      set(alpha, "placeholder", brief(controls.alpha));
      sizes.hidden = controls.hidden_size === null;
      set(size, "placeholder", String(controls.hidden_size ?? ""));
    },
  };
}
