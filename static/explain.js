// @ts-check
/**
 * "What is this?": whatever carries `data-explain` shows its sentence on hover, on keyboard focus and on tap.
 *
 * One bubble serves the whole page; it is told where to stand by whoever is asked about last.
 */

import { html } from "./dom.js";

const MARGIN = 8;
/** What is pressed for another reason than to be explained. */
const PRESSED = "button:not(.info), summary, a";
/** Long enough that a pointer on its way elsewhere raises nothing. */
const HOVER_DELAY = 500;

/** @param {Document} page */
export function explanations(page) {
  const bubble = html("div", { id: "explanation", role: "tooltip", class: "bubble", hidden: true });
  page.body.append(bubble);
  /** @type {Element | null} */
  let about = null;
  /** What was just pressed: whoever presses a button knows what it is. @type {Element | null} */
  let pressed = null;
  let timer = 0;

  /** @param {EventTarget | null} target */
  const askedAbout = target => (target instanceof Element ? target.closest("[data-explain]") : null);

  /** @param {Element} element */
  function show(element) {
    hide();
    about = element;
    bubble.textContent = element.getAttribute("data-explain");
    bubble.hidden = false;
    place(bubble, element.getBoundingClientRect());
    element.setAttribute("aria-describedby", bubble.id);
  }

  function hide() {
    clearTimeout(timer);
    about?.removeAttribute("aria-describedby");
    about = null;
    bubble.hidden = true;
  }

  page.addEventListener("pointerover", event => {
    const element = askedAbout(event.target);
    if (event.pointerType !== "mouse" || element === about || (element && element === pressed)) return;
    pressed = null;
    hide();
    if (element) timer = setTimeout(() => show(element), element.matches(".info") ? 0 : HOVER_DELAY);
  });
  page.addEventListener("focusin", event => {
    const element = askedAbout(event.target);
    if (element?.matches(":focus-visible")) show(element);
  });
  page.addEventListener("focusout", hide);
  page.addEventListener("click", event => {
    const element = askedAbout(event.target);
    // A tap on something that does nothing else asks what it is.
    if (element && !element.matches(PRESSED)) return show(element);
    hide();
    pressed = element;
  });
  page.addEventListener("keydown", event => event.key === "Escape" && hide());
  page.addEventListener("scroll", hide, { capture: true, passive: true });
}

/** Under what is asked about, or above it where there is no room, and never past an edge. @param {HTMLElement} bubble @param {DOMRect} anchor */
function place(bubble, anchor) {
  const { width, height } = bubble.getBoundingClientRect();
  const left = Math.min(Math.max(MARGIN, anchor.left + anchor.width / 2 - width / 2), innerWidth - width - MARGIN);
  const below = anchor.bottom + MARGIN;
  const top = below + height + MARGIN < innerHeight ? below : Math.max(MARGIN, anchor.top - height - MARGIN);
  bubble.style.left = `${left}px`;
  bubble.style.top = `${top}px`;
}
