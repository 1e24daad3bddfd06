// @ts-check
/** Where the ball is, in numbers, and two fields to drop it somewhere else. */

import { button } from "../charts/choice.js";
import { say } from "../charts/svg.js";
import { fixed } from "../numbers.js";

const HINTS = {
  contour: "Click the map to drop the ball: training goes on from there.",
  "3d": "Drag to turn it. Drop the ball by its weights, or on the contour.",
};
const DROP = "Puts the ball where the weights are these two numbers; a field left empty keeps its weight.";

/** @param {HTMLElement} element @param {(weights: (number | string)[]) => void} drop */
export function dropFields(element, drop) {
  const form = document.createElement("form");
  form.className = "drop";
  form.noValidate = true;
  element.append(form);
  const inputs = ["syn0[0]", "syn0[1]"].map((name, i) => field(form, name, `w${i}`));
  button(form, "Drop here", DROP, () => {}).type = "submit";
  const refusal = line(form, "drop-refusal");
  refusal.setAttribute("role", "alert");
  const note = line(form, "chart-note");
  let now = [0, 0];

  form.addEventListener("submit", event => {
    event.preventDefault();
    drop(inputs.map((input, i) => (input.value.trim() === "" ? now[i] : typed(input.value))));
  });

  form.addEventListener("input", () => refuse(null));

  /** @param {string | null} sentence */
  function refuse(sentence) {
    say(refusal, sentence ?? "");
    for (const input of inputs) input.setAttribute("aria-invalid", String(sentence !== null));
  }

  return {
    note,
    refuse,
    /** @param {"contour" | "3d"} view */
    hint(view) {
      if (!note.dataset.kept) say(note, HINTS[view]);
    },
    /** @param {import("../messages.js").Frame} frame */
    paint(frame) {
      now = frame.weights[0].map(([weight]) => weight);
      inputs.forEach((input, i) => {
        const text = fixed(now[i], 3);
        if (input.placeholder !== text) input.placeholder = text;
      });
    },
  };
}

/** A number where it is one; else as it was typed, for the server to say what is allowed. @param {string} text */
function typed(text) {
  const value = Number(text.trim().replace("−", "-"));
  return Number.isFinite(value) ? value : text.trim();
}

/** @param {Element} form @param {string} name @param {string} short */
function field(form, name, short) {
  const label = document.createElement("label");
  label.append(short);
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
