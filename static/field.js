// @ts-check
/**
 * A field that anything may be typed into. What was typed goes to the server as it is; the server alone decides what is
 * a number, and a refusal is shown here, in its own words. The run goes on meanwhile.
 *
 * @typedef {import("./lab.js").Refused} Refused
 */

import { html } from "./dom.js";

const REMEMBERED_FOR = 8_000;

/**
 * @param {HTMLInputElement} input
 * @param {(text: string, refused: Refused) => boolean} commit whether it could be sent
 */
export function field(input, commit) {
  let truth = "";
  let timer = 0;
  let unsent = false;
  const refusal = html("span", { class: "refusal", role: "alert", id: `${input.id}-refusal`, hidden: true });
  input.after(refusal);

  const editing = () => document.activeElement === input && input.value !== truth;

  function forgive() {
    clearTimeout(timer);
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-errormessage");
    refusal.hidden = true;
    refusal.textContent = "";
  }

  /** @param {string} sentence */
  function refuse(sentence) {
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-errormessage", refusal.id);
    refusal.textContent = sentence;
    refusal.hidden = false;
    clearTimeout(timer);
    // Somebody who has left the field already must still be able to read why nothing changed.
    if (document.activeElement !== input) {
      input.value = truth;
      timer = setTimeout(forgive, REMEMBERED_FOR);
    }
  }

  function restore() {
    forgive();
    input.value = truth;
  }

  input.addEventListener("change", () => {
    forgive();
    if (input.value.trim() !== truth) unsent = !commit(input.value, error => refuse(error.message));
  });
  input.addEventListener("input", forgive);
  input.addEventListener("blur", () => {
    if (unsent || !refusal.hidden || sameNumber(input.value, truth)) restore();
    unsent = false;
  });
  input.addEventListener("keydown", event => {
    if (event.key !== "Escape" || (!editing() && refusal.hidden)) return;
    event.preventDefault();
    restore();
    input.select();
  });

  return {
    /** What the server says is true; a person who is typing is not interrupted. @param {string} text */
    show(text) {
      const untouched = !editing();
      truth = text;
      if (untouched) input.value = text;
      // What was typed has been granted, perhaps written in another way ("1e1" is 10).
      else if (refusal.hidden && sameNumber(input.value, text)) input.value = text;
    },
    refuse,
    /** @param {boolean} disabled */
    disable(disabled) {
      input.disabled = disabled;
      if (disabled) forgive();
    },
  };
}

/** @param {string} typed @param {string} truth */
function sameNumber(typed, truth) {
  return typed.trim() !== "" && Number(typed) === Number(truth);
}
