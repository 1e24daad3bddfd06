// @ts-check
/** The parts of the page: links that lead to them, and which of them is being looked at. */

import { find, set } from "./dom.js";

/** Heights of the window over which the page glides: what is further away is jumped to, and nothing between is fetched. */
const NEAR = 2.5;
/** Where one reads: a line across the window, a third of the way down. */
const READING = "-33% 0px -66% 0px";
/** After one of these a person goes their own way. */
const OWN_WAY = ["wheel", "touchstart", "pointerdown", "keydown"];

/** @param {HTMLElement} nav */
export function parts(nav) {
  const links = [...nav.querySelectorAll("a")];
  const places = links.map(link => find(link.hash));
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let goal = places.find(place => `#${place.id}` === location.hash);

  /** @type {Set<Element>} */
  const seen = new Set();
  // The first holds all others: the last that is there is the one.
  const sight = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target);
    const here = places.findLastIndex(place => seen.has(place));
    links.forEach((link, i) => {
      if (i === here) set(link, "aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  }, { rootMargin: READING });
  for (const place of places) sight.observe(place);

  // What is drawn, or fetched, on the way there moves what is below it.
  new ResizeObserver(() => goal?.scrollIntoView()).observe(document.body);
  for (const act of OWN_WAY) addEventListener(act, () => (goal = undefined), { capture: true, passive: true });

  nav.addEventListener("click", event => {
    const link = links.find(link => event.target === link);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goal = find(link.hash);
    if (location.hash !== link.hash) history.pushState(history.state, "", link.hash);
    const near = Math.abs(goal.getBoundingClientRect().top) < NEAR * innerHeight;
    goal.focus({ preventScroll: true });
    goal.scrollIntoView({ behavior: near && !still.matches ? "smooth" : "auto" });
  });
}
