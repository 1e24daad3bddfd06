// @ts-check
/** Handles on a drawn curve: what a pencil does, by keyboard. One is a tab stop, and ← and → go to the others. */

import { html } from "../dom.js";
import { fixed } from "../numbers.js";
import { FRAME } from "./curves.js";
import { bent, bridged, REACH, share } from "./drawn.js";

const HANDLES = 21;
const STEP = 0.5;
/** @type {Record<string, number>} */
const KEYS = { ArrowUp: STEP, ArrowDown: -STEP, PageUp: 2, PageDown: -2 };
const LABEL = "Handles of your curve: ← and → go from one to the next, ↑ and ↓ bend the curve there, with Shift only a narrow part of it";

/**
 * @param {import("./plot.js").Plot} plot
 * @param {() => import("./drawn.js").Columns} drawn
 * @param {(columns: import("./drawn.js").Columns, isHeld: boolean) => void} changed isHeld: the key was not let go since the last time
 */
export function handles(plot, drawn, changed) {
  const holder = html("div", { class: "bucket-handles", role: "group", "aria-label": LABEL });
  const all = Array.from({ length: HANDLES }, (_, i) => {
    const x = FRAME.low + (i / (HANDLES - 1)) * (FRAME.high - FRAME.low);
    const element = html("div", {
      class: i % 2 ? "bucket-handle minor" : "bucket-handle", role: "slider", tabindex: i ? -1 : 0, "aria-orientation": "vertical",
      "aria-label": `height at x = ${fixed(x, i % 2)}`, "aria-valuemin": 0, "aria-valuemax": FRAME.top,
    });
    holder.append(element);
    return { x, element };
  });
  plot.box.append(holder);

  holder.addEventListener("keydown", event => {
    const here = all.findIndex(({ element }) => element === event.target);
    if (here < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const aside = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const by = KEYS[event.key];
    if (!aside && !by) return;
    event.preventDefault();
    event.stopPropagation();
    if (aside) return all[Math.min(HANDLES - 1, Math.max(0, here + aside))].element.focus();
    changed(bent(drawn(), all[here].x, by, event.shiftKey ? REACH.narrow : REACH.wide), event.repeat);
  });
  holder.addEventListener("focusin", event => {
    for (const { element } of all) element.tabIndex = element === event.target ? 0 : -1;
  });

  return {
    /** @param {boolean} shown */
    paint(shown) {
      holder.hidden = !shown;
      if (!shown) return;
      const heights = share(drawn()) ? bridged(drawn()) : [];
      all.forEach(({ x, element }, i) => {
        const height = Math.min(FRAME.top, heights[Math.round((i / (HANDLES - 1)) * (heights.length - 1))] ?? FRAME.top / 2);
        element.style.left = `${plot.x(x).toFixed(1)}px`;
        element.style.top = `${plot.y(height).toFixed(1)}px`;
        element.setAttribute("aria-valuenow", height.toFixed(1));
      });
    },
  };
}
