// @ts-check
/** What is pushed up, what down, and what of it cancels, as one bar: down to the left, up to the right. */

import { html, set } from "../dom.js";

export function balanceBar() {
  const [down, up] = ["down", "up"].map(side => {
    const rest = html("b");
    return { side, rest, bar: html("i", { class: side }, rest) };
  });
  const element = html("div", { class: "balance", "aria-hidden": "true" }, "down", html("span", {}, down.bar, up.bar), "up");
  return {
    element,
    /** @param {import("./pushes.js").Pushes} pushes */
    paint(pushes) {
      const more = Math.max(pushes.up, -pushes.down);
      const sizes = [-pushes.down, pushes.up].map(size => (more > 0 && Number.isFinite(size) ? size / more : 0));
      [down, up].forEach(({ bar, rest }, i) => {
        set(bar, "style", `width: ${(50 * sizes[i]).toFixed(1)}%`);
        // What the other side does not cancel stands full at the end.
        const left = sizes[i] > 0 ? Math.max(0, 1 - sizes[1 - i] / sizes[i]) : 0;
        set(rest, "style", `width: ${(100 * left).toFixed(1)}%`);
      });
    },
  };
}
