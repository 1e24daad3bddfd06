// @ts-check
/** Where the ball is, in numbers, and two fields to drop it somewhere else. */

import { readable } from "../cadence.js";
import { button } from "../charts/choice.js";
import { say } from "../charts/svg.js";
import { fixed } from "../numbers.js";

/** As the server names them too, when it refuses one. */
const NAMES = ["w0", "w1"];
const HINTS = {
  contour: "the map to drop the ball: training goes on from there.",
  "3d": "Drag to turn it. Drop the ball by its weights, or on the contour.",
};
const DROP = "Puts the ball where the weights are these two numbers; a field left empty keeps its weight.";

let refusals = 0;

/** @param {HTMLElement} element @param {(weights: string[]) => void} drop */
export function dropFields(element, drop) {
  const form = document.createElement("form");
  form.className = "drop";
  form.noValidate = true;
  element.append(form);
  const inputs = NAMES.map((_, i) => field(form, `syn0[${i}]`));
  button(form, "Drop here", DROP, () => {}).type = "submit";
  const refusal = line(form, "drop-refusal");
  refusal.setAttribute("role", "alert");
  refusal.id = `drop-refusal-${refusals++}`;
  const note = line(form, "chart-note");
  let now = [0, 0];

  form.addEventListener("submit", event => {
    event.preventDefault();
    drop(inputs.map((input, i) => input.value.trim() || String(now[i])));
  });

  form.addEventListener("input", () => refuse(null));

  /** @param {import("../messages.js").Error | null} error the field it names is the one at fault */
  function refuse(error) {
    say(refusal, error?.message ?? "");
    inputs.forEach((input, i) => {
      const faulty = error?.field === NAMES[i];
      input.setAttribute("aria-invalid", String(faulty));
      if (faulty) input.setAttribute("aria-errormessage", refusal.id);
      else input.removeAttribute("aria-errormessage");
    });
  }

  return {
    note,
    refuse,
    /** @param {"contour" | "3d"} view */
    hint(view) {
      const verb = matchMedia("(pointer: coarse)").matches ? "Tap " : "Click ";
      if (!note.dataset.kept) say(note, `${view === "contour" ? verb : ""}${HINTS[view]}`);
    },
    /** @param {import("../lab.js").State} state */
    paint(state) {
      if (!state.frame) return;
      now = state.frame.weights[0].map(([weight]) => weight);
      if (!readable(state)) return;
      inputs.forEach((input, i) => {
        const text = fixed(now[i], 3);
        if (input.placeholder !== text) input.placeholder = text;
      });
    },
  };
}

/** @param {Element} form @param {string} name as on the axes */
function field(form, name) {
  const label = document.createElement("label");
  label.append(name);
  const input = document.createElement("input");
  input.type = "text";
  input.inputMode = "decimal";
  input.autocomplete = "off";
  input.dataset.explain = `The weight ${name}. Shown is where the ball is; type where it shall be.`;
  label.append(input);
  form.append(label);
  return input;
}

/** @param {Element} form @param {string} name */
function line(form, name) {
  const paragraph = document.createElement("p");
  paragraph.className = name;
  form.append(paragraph);
  return paragraph;
}
