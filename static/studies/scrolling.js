// @ts-check
/** What scrolls says so: a fade, and a word, stand at its lower edge while there is more below. */

/** Pixels that do not count as more. */
const NOTHING = 6;

/** @param {HTMLElement} element that scrolls; studies.css draws the cue */
export function scrolls(element) {
  if (element.classList.contains("scrolls")) return;
  element.classList.add("scrolls");

  function look() {
    const left = element.scrollHeight - element.clientHeight - element.scrollTop;
    element.classList.toggle("more-below", left > NOTHING && /auto|scroll/.test(getComputedStyle(element).overflowY));
  }

  const sizes = new ResizeObserver(look);
  const watch = () => {
    for (const child of [element, ...element.children]) sizes.observe(child);
    look();
  };
  new MutationObserver(watch).observe(element, { childList: true, subtree: true, attributes: true, attributeFilter: ["hidden", "open"] });
  element.addEventListener("scroll", look, { passive: true });
  watch();
}
