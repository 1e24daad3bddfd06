// @ts-check
/**
 * The one part of the drawing that is looked at, by pointer or by keyboard, and the words beside it.
 *
 * @typedef {import("./walk.js").Part} Part
 * @typedef {import("./scene.js").Scene} Scene
 */

import { html, say } from "../dom.js";
import { middleOf } from "./geometry.js";
import { keyOf, partAt, walk } from "./walk.js";

/**
 * @param {HTMLElement} element
 * @param {(part: Part) => string} describe
 * @param {(part: Part) => boolean} isHeld whether its field says so already
 */
export function pointing(element, describe, isHeld) {
  const tip = html("div", { class: "tip", hidden: true, "aria-hidden": true });
  element.append(tip);
  /** @type {Scene | null} */
  let scene = null;
  /** @type {number[]} */
  let sizes = [];
  /** @type {Part | null} */
  let current = null;

  /** @param {Part | null} part */
  function look(part) {
    for (const lit of element.querySelectorAll(".lit")) lit.classList.remove("lit");
    current = part;
    scene?.root.classList.toggle("looking", part !== null);
    tip.hidden = part === null;
    if (!part || !scene) return;
    for (const key of related(part, sizes)) scene.parts.get(key)?.classList.add("lit");
    refresh();
  }

  /** The numbers have changed. */
  function refresh() {
    if (!current || !scene) return;
    const words = describe(current);
    const spoken = scene.parts.get(keyOf(current));
    say(tip, words);
    tip.hidden = isHeld(current);
    if (spoken === document.activeElement) spoken?.setAttribute("aria-label", words);
    const anchor = middleOf(current, scene.layout);
    const left = Math.min(Math.max(4, anchor.x - tip.offsetWidth / 2), element.clientWidth - tip.offsetWidth - 4);
    const above = anchor.y - anchor.r - tip.offsetHeight - 8;
    tip.style.transform = `translate(${left}px, ${above > 0 ? above : anchor.y + anchor.r + 8}px)`;
  }

  element.addEventListener("pointerover", event => look(partAt(event.target)));
  element.addEventListener("pointerleave", () => look(null));
  element.addEventListener("focusin", event => {
    look(partAt(event.target));
  });
  element.addEventListener("focusout", () => look(null));
  element.addEventListener("keydown", event => {
    const from = partAt(event.target);
    if (!from || !scene || !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    const to = walk(from, event.key, sizes);
    const next = to && scene.parts.get(keyOf(to));
    if (!next) return;
    scene.parts.get(keyOf(from))?.setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });

  return {
    refresh,
    /** Show parts that are spoken of elsewhere on the page. @param {string[]} keys */
    point(keys) {
      for (const shown of element.querySelectorAll(".pointed")) shown.classList.remove("pointed");
      for (const key of keys) scene?.parts.get(key)?.classList.add("pointed");
      scene?.root.classList.toggle("pointing", keys.length > 0);
    },
    /** Another drawing. @param {Scene} drawn @param {number[]} shape */
    turnTo(drawn, shape) {
      [scene, sizes] = [drawn, shape];
      look(null);
    },
  };
}

/** A line with its two ends; a circle with all its lines. @param {Part} part @param {number[]} sizes @returns {string[]} */
function related(part, sizes) {
  if (part.kind === "edge") {
    return [keyOf(part), `n${part.layer}.${part.from}`, `n${part.layer + 1}.${part.to}`];
  }
  const { layer, unit } = part;
  const before = Array.from({ length: sizes[layer - 1] ?? 0 }, (_, from) => `e${layer - 1}.${from}.${unit}`);
  const after = Array.from({ length: sizes[layer + 1] ?? 0 }, (_, to) => `e${layer}.${unit}.${to}`);
  return [keyOf(part), ...before, ...after];
}
