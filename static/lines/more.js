// @ts-check
/** Whether there is more of something than can be seen: its edge says so, see line.css. */

/** @param {HTMLElement} scroller @param {HTMLElement} content whose size is watched too */
export function tellMore(scroller, content) {
  /** A pixel is lost in rounding. */
  const show = () => {
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    scroller.classList.toggle("more-above", scrollTop > 2);
    scroller.classList.toggle("more-below", scrollTop + clientHeight < scrollHeight - 2);
  };
  scroller.addEventListener("scroll", show, { passive: true });
  const sizes = new ResizeObserver(show);
  sizes.observe(scroller);
  sizes.observe(content);
}
