// @ts-check
/**
 * "What is this?": whatever carries `data-explain` shows its sentence on hover, on keyboard focus and on tap, and
 * whatever carries `data-name`, a name of the code, what the name means and what it is just now.
 *
 * One bubble serves the whole page; it is told where to stand by whoever is asked about last.
 */

import { html } from "./dom.js";

const MARGIN = 8;
/** What is pressed for another reason than to be explained. */
const PRESSED = "button:not(.info), summary, a, [role=button], [data-goes]";
/** What a mouse presses, and a finger asks about and presses at once. */
const ALSO_PRESSED = "[data-goes] *";
/** Long enough that a pointer on its way elsewhere raises nothing. */
const HOVER_DELAY = 500;
/** What is said may become another, and what it is said of may move or go; it is written anew no faster than one can read. */
const REFRESH = 125;
/** By what a person moves the page. */
const BY_HAND = ["wheel", "touchmove", "pointerdown", "keydown"];

/** @param {Document} page @param {(name: string) => string | null} explainName the present truth about a name */
export function explanations(page, explainName) {
  const bubble = html("div", { id: "explanation", role: "tooltip", class: "bubble", hidden: true });
  page.body.append(bubble);
  /** @type {Element | null} */
  let about = null;
  /** What was just pressed: whoever presses a button knows what it is. @type {Element | null} */
  let pressed = null;
  let timer = 0;
  let clock = 0;
  /** By what was asked: a kind of pointer, or else a key. */
  let asker = "";
  /** Whether nobody has moved the page since the bubble came: it may move by itself, to make room for what was asked. */
  let untouched = false;
  /** Where the mouse was last; empty: it has not been seen yet. */
  let mouse = "";

  /** @param {EventTarget | null} target */
  function askedAbout(target) {
    const element = target instanceof Element ? target.closest("[data-explain], [data-name]") : null;
    return element && sentenceOf(element) ? element : null;
  }

  /** Empty where nothing is to be said, not even what would be said of what is around it. @param {Element} element */
  function sentenceOf(element) {
    return element.getAttribute("data-explain") ?? explainName(element.getAttribute("data-name") ?? "") ?? "";
  }

  /** @param {Element} element @param {string} by @see asker */
  function show(element, by) {
    hide();
    about = element;
    asker = by;
    untouched = true;
    write();
    element.setAttribute("aria-describedby", bubble.id);
    clock = setInterval(write, REFRESH);
  }

  function write() {
    const sentence = about?.checkVisibility() ? sentenceOf(about) : "";
    if (!about || !sentence) return hide();
    if (bubble.textContent !== sentence) bubble.textContent = sentence;
    bubble.hidden = false;
    place(bubble, about.getBoundingClientRect(), asker === "touch"); // below are the finger, and what comes next
  }

  function hide() {
    clearTimeout(timer);
    clearInterval(clock);
    about?.removeAttribute("aria-describedby");
    about = null;
    bubble.hidden = true;
  }

  /** Whether the mouse is elsewhere than it was: it comes over things also when the page moves under it. @param {PointerEvent} event */
  function moves(event) {
    const before = mouse;
    mouse = `${event.screenX} ${event.screenY}`;
    return before !== "" && before !== mouse;
  }

  page.addEventListener("pointermove", event => {
    if (event.pointerType === "mouse") moves(event);
  }, { passive: true });
  page.addEventListener("pointerover", event => {
    if (event.pointerType !== "mouse") return;
    const mayAsk = moves(event) || asker === "mouse" || !about; // one that rests has no say over what a key or a finger asked
    const element = askedAbout(event.target);
    if (!mayAsk || element === about || (element && element === pressed)) return;
    pressed = null;
    hide();
    if (element) timer = setTimeout(() => show(element, "mouse"), element.matches(".info") ? 0 : HOVER_DELAY);
  });
  page.addEventListener("focusin", event => {
    const element = askedAbout(event.target);
    if (element?.matches(":focus-visible")) show(element, "");
  });
  page.addEventListener("focusout", hide);
  page.addEventListener("click", event => {
    const element = askedAbout(event.target);
    const by = event instanceof PointerEvent ? event.pointerType : "";
    // A tap on something that does nothing else asks what it is; a second one has heard enough.
    const asks = element && !element.matches(PRESSED) && !(by === "touch" && element === about);
    if (asks && !(by === "mouse" && element.matches(ALSO_PRESSED))) return show(element, by);
    hide();
    pressed = element;
  });
  page.addEventListener("keydown", event => {
    if (event.key !== "Escape" || bubble.hidden) return;
    event.preventDefault(); // what lies under the bubble has the next one
    hide();
  });
  for (const kind of BY_HAND) page.addEventListener(kind, () => (untouched = false), { capture: true, passive: true });
  page.addEventListener("scroll", () => {
    // What the keyboard has led to may have scrolled into view for it, and a tap may have made room for something else.
    if (about && (untouched || about.matches(":focus-visible"))) write();
    else hide();
  }, { capture: true, passive: true });
}

/**
 * Under what is asked about, or above it where there is no room or that is wanted, and never past an edge.
 *
 * @param {HTMLElement} bubble
 * @param {DOMRect} anchor
 * @param {boolean} [above]
 */
export function place(bubble, anchor, above = false) {
  const { width, height } = bubble.getBoundingClientRect();
  const left = Math.min(Math.max(MARGIN, anchor.left + anchor.width / 2 - width / 2), innerWidth - width - MARGIN);
  const below = anchor.bottom + MARGIN;
  const over = anchor.top - height - MARGIN;
  const isOver = above ? over >= MARGIN : below + height + MARGIN >= innerHeight;
  const top = isOver ? Math.max(MARGIN, over) : below;
  bubble.style.left = `${left}px`;
  bubble.style.top = `${top}px`;
}
