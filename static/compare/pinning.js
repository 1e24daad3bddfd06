// @ts-check
/** Pinning: the present iteration by a button, a past one by its number. Refusals are shown at the field. */

import { html } from "../dom.js";
import { field } from "../field.js";
import { whole } from "../numbers.js";

const NOW = "Keeps every matrix of the present iteration, to compare it with later ones. A past iteration is computed again when its number is typed beside this.";

/** @param {import("../lab.js").Lab} lab */
export function pinning(lab) {
  const button = html("button", { type: "button", class: "chart-button", "data-explain": NOW }, "Pin now");
  const input = html("input", {
    id: "pin-iteration", type: "text", inputmode: "numeric", autocomplete: "off", size: 9,
    "aria-label": "pin iteration", placeholder: "iteration…",
  });
  const element = html("div", { class: "pinning" }, button, html("span", { class: "typed" }, input));
  const said = html("span", { class: "chart-voice", role: "status" });
  element.append(said);
  /** @type {number[]} */
  let known = [];
  let run = -1;
  let asked = false;

  const typed = field(input, (text, refused) => {
    asked = true;
    return lab.send({ type: "pin", iteration: text }, error => {
      asked = false;
      refused(error);
    });
  });
  button.addEventListener("click", () => lab.send({ type: "pin", iteration: null }, error => typed.refuse(error.message)));

  /** @param {import("../lab.js").State} state */
  function update({ pins, run: present }) {
    const iterations = pins.map(pin => pin.iteration);
    if (iterations.join() === known.join() && present?.run === run) return;
    const added = iterations.filter(iteration => !known.includes(iteration));
    const removed = known.filter(iteration => !iterations.includes(iteration));
    if (present?.run === run) said.textContent = [...added.map(told("Pinned")), ...removed.map(told("Unpinned"))].join(" ");
    if (asked) input.value = "";
    [known, run, asked] = [iterations, present?.run ?? -1, false];
  }

  return { element, update, focus: () => button.focus() };
}

/** @param {string} what @returns {(iteration: number) => string} */
function told(what) {
  return iteration => `${what} iteration ${whole(iteration)}.`;
}
