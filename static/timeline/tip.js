// @ts-check
/** A few words at a place of the timeline; they never stand beyond its ends. */

import { html, say } from "../dom.js";

/** @param {HTMLElement} element */
export function tipOf(element) {
  const words = html("b");
  const tip = html("span", { class: "track-tip", "aria-hidden": "true", hidden: true }, words);
  element.append(tip);
  return {
    /** @param {number} share of the width @param {string} text */
    show(share, text) {
      const at = 100 * Math.min(1, Math.max(0, share));
      say(words, text);
      tip.style.transform = `translateX(${at}%)`;
      words.style.transform = `translateX(${-at}%)`;
      tip.hidden = false;
    },
    hide() {
      tip.hidden = true;
    },
  };
}
