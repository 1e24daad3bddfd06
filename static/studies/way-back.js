// @ts-check
/**
 * The way back to where one was on the page before one was taken to its head: an entry of the browser's history, so that
 * its own Back leads there too, to the very thing that had the focus. What is above may have grown or shrunk meanwhile:
 * the panel comes back to its height in the window, wherever on the page that is now.
 *
 * @typedef {{thing: Element | null, panel: HTMLElement, top: number, from: string, to: string, returned: () => void}} Place with the addresses of
 * both entries, for their states are copied to others
 */

/** By what the state of the entry says that was left. @type {Map<string, Place>} */
const places = new Map();

globalThis.addEventListener?.("popstate", ({ state }) => {
  const place = places.get(state?.left);
  if (place?.from === location.href) requestAnimationFrame(() => goTo(place)); // the browser has scrolled by then to where it thinks it was
});

/**
 * Leave the place where one is for the head of the page.
 *
 * @param {() => void} returned called when one has come back
 * @returns {() => void} goes back to it, from wherever one has gone meanwhile
 */
export function leavePlace(returned) {
  const thing = document.activeElement;
  const panel = thing?.closest("section") ?? document.documentElement;
  const place = { thing, panel, top: panel.getBoundingClientRect().top, from: location.href, to: withoutPart(), returned };
  const own = `${performance.timeOrigin} ${places.size}`; // those of before a reload are of no use
  places.set(own, place);
  history.replaceState({ ...history.state, left: own }, "");
  history.pushState({ ...history.state, left: null, after: own }, "", place.to);
  return () => (history.state?.after === own && location.href === place.to ? history.back() : goTo(place));
}

/** @param {Place} place */
function goTo({ thing, panel, top, returned }) {
  returned();
  scrollBy({ top: panel.getBoundingClientRect().top - top, behavior: "instant" });
  if (!(thing instanceof HTMLElement)) return;
  const there = thing.isConnected && thing.checkVisibility();
  if (!there) panel.tabIndex = -1;
  (there ? thing : panel).focus({ preventScroll: true });
}

/** The address, but for the part of the page that is left. */
function withoutPart() {
  const part = [...document.querySelectorAll(".parts a")].some(link => link instanceof HTMLAnchorElement && link.hash === location.hash);
  const { origin, pathname, search, href } = location;
  return part && location.hash ? origin + pathname + search : href;
}
