// @ts-check
/**
 * What the pages of the bucket have in common.
 *
 * @typedef {object} Ground what the ball rolls on
 * @property {import("./curves.js").Curve} curve
 * @property {import("./survey.js").Survey} found
 *
 * @typedef {object} Table what the pages share
 * @property {import("./plot.js").Plot} plot
 * @property {import("./kept.js").Kept} kept
 * @property {() => Ground | null} ground null: what was drawn is not enough yet
 * @property {() => import("./kept.js").Chosen} chosen for the present curve
 * @property {() => void} save
 * @property {() => boolean} isDrawn whether it is being drawn just now
 * @property {() => boolean} ready puts the pencil away; whether there is a curve
 *
 * @typedef {object} Page
 * @property {HTMLElement} side
 * @property {HTMLElement} [above] the stage
 * @property {HTMLElement} [below]
 * @property {string} label of the stage
 * @property {() => void} enter also when the curve is another one
 * @property {() => void} leave
 * @property {(outcome: {kind: string, title: string, text: string}) => void} wait there is nothing to play with yet: no figures are shown, but why
 * @property {() => void} paint the size of the stage changed
 * @property {(x: number, first: boolean) => void} [pointed] in the stage
 * @property {(key: string, far: boolean) => boolean} [pressed] in the stage; whether the key is of use
 */

import { html, set, svg } from "../dom.js";

/** @param {string} text @param {() => void} pressed @param {string} [className] */
export function action(text, pressed, className = "") {
  const button = html("button", { type: "button", class: `chart-button ${className}`.trim() }, text);
  button.addEventListener("click", pressed);
  return button;
}

/** Greyed, with the reason; empty: it works. Not disabled, so that it can say so. @param {HTMLElement} button @param {string} reason */
export function explained(button, reason) {
  set(button, "aria-disabled", String(reason !== ""));
  if (reason) set(button, "data-explain", reason);
  else button.removeAttribute("data-explain");
}

/** The sign behind which a sentence waits. @param {string} label @param {string} sentence */
export function tip(label, sentence) {
  const sign = svg(
    "svg", { viewBox: "0 0 16 16", "aria-hidden": "true" },
    svg("circle", { cx: 8, cy: 8, r: 6.4 }), svg("path", { d: "M8 7.3v3.6" }), svg("circle", { class: "dot", cx: 8, cy: 5, r: 0.9 }),
  );
  return html("button", { type: "button", class: "info", "aria-label": label, "data-explain": sentence }, sign);
}

/** A label, and what it is of. @param {string} name @param {HTMLElement} cell */
export function named(name, cell) {
  return html("span", { class: "bucket-named" }, html("span", { class: "name" }, name), cell);
}

/** Where an outcome is told: its title, and the sentence. */
export function told() {
  const title = html("b");
  const text = html("span");
  const element = html("p", { class: "bucket-told", role: "status" }, title, " ", text);
  return {
    element,
    /** @param {{kind: string, title: string, text: string} | null} outcome */
    show(outcome) {
      element.dataset.kind = outcome?.kind ?? "";
      if (title.textContent !== (outcome?.title ?? "")) title.textContent = outcome?.title ?? "";
      if (text.textContent !== (outcome?.text ?? "")) text.textContent = outcome?.text ?? "";
    },
  };
}
