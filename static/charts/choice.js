// @ts-check
/** Small buttons in a panel's head: what was chosen is remembered on this device. */

import { browserMemory } from "../memory.js";

/**
 * @param {Element} parent
 * @param {string} text
 * @param {string} sentence what it does; explain.js shows it
 * @param {() => void} pressed
 */
export function button(parent, text, sentence, pressed) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "chart-button";
  element.textContent = text;
  element.dataset.explain = sentence;
  element.addEventListener("click", pressed);
  parent.append(element);
  return element;
}

/**
 * A button that is in or out.
 *
 * @param {Element} parent
 * @param {{text: string, sentence: string, key: string, on: boolean, changed: (on: boolean) => void}} options
 */
export function toggle(parent, { text, sentence, key, on, changed }) {
  let pressed = (browserMemory.get(key) ?? String(on)) === "true";
  const element = button(parent, text, sentence, () => {
    pressed = !pressed;
    browserMemory.set(key, String(pressed));
    element.setAttribute("aria-pressed", String(pressed));
    changed(pressed);
  });
  element.setAttribute("aria-pressed", String(pressed));
  return { element, on: () => pressed };
}

/**
 * A row of buttons of which one is in.
 *
 * @param {Element} parent
 * @param {string} label
 * @param {(value: string) => void} chosen
 */
export function segments(parent, label, chosen) {
  const group = document.createElement("div");
  group.className = "chart-segments";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", label);
  parent.append(group);
  /** @type {Map<string, HTMLButtonElement>} */
  const buttons = new Map();
  return {
    group,
    /** Offer these. @param {{value: string, text: string, sentence: string}[]} options */
    offer(options) {
      if (options.map(option => option.value).join() === [...buttons.keys()].join()) return;
      group.replaceChildren();
      buttons.clear();
      for (const { value, text, sentence } of options) buttons.set(value, button(group, text, sentence, () => chosen(value)));
    },
    /** @param {string} value */
    select(value) {
      for (const [name, element] of buttons) element.setAttribute("aria-pressed", String(name === value));
    },
  };
}
