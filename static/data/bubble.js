// @ts-check
/**
 * A refusal beside what it is about, above everything: tables scroll, and would cut off what hangs out of them.
 */

import { place } from "../explain.js";
import { html } from "../dom.js";

/** How long it stays once nobody is at the place any more. */
const REMEMBERED_FOR = 8_000;

export function refusalBubble() {
  const bubble = html("div", { class: "refusal afloat", role: "alert", hidden: true });
  document.body.append(bubble);
  /** @type {Element | null} */
  let anchor = null;
  let timer = 0;

  function follow() {
    if (!anchor) return;
    if (anchor.isConnected) place(bubble, anchor.getBoundingClientRect());
    else hide();
  }

  function hide() {
    clearTimeout(timer);
    anchor = null;
    bubble.hidden = true;
    bubble.textContent = "";
  }

  document.addEventListener("scroll", follow, { capture: true, passive: true });
  addEventListener("resize", follow);
  return {
    /** @param {Element} element @param {string} sentence @param {boolean} [stay] until it is hidden */
    show(element, sentence, stay = false) {
      hide();
      anchor = element;
      bubble.textContent = sentence;
      bubble.hidden = false;
      follow();
      if (!stay) timer = setTimeout(hide, REMEMBERED_FOR);
    },
    hide,
  };
}
