// @ts-check
/** Where random numbers lie between −1 and 2: a few as dots, many as bars; and their mean. */

import { svg } from "../dom.js";
import { mean } from "../weights/bins.js";
import { sketch } from "./sketch.js";
import { histogram } from "./start.js";

const FEW = 12;
const ENDS = /** @type {[number, number]} */ ([-1, 2]);
const PARTS = 60;

export function cloud() {
  const plot = sketch({ width: 420, height: 96, x: ENDS, y: [0, 1], xTicks: [-1, 0, 1, 2], yTicks: [] });
  const bars = plot.mark("path", { class: "cloud-bars" });
  const dots = plot.mark("g", { class: "cloud-dots" });
  const middle = plot.mark("path", { class: "cloud-mean" });
  const name = plot.mark("text", { class: "cloud-mean-name", y: 16 });
  name.textContent = "mean";
  return {
    element: plot.element,
    /** @param {number[]} values @param {number} step */
    show(values, step) {
      const few = values.length <= FEW;
      bars.setAttribute("d", few ? "" : outline(values));
      // Moved by style, so that they glide from where they were one step before.
      while (dots.childElementCount < (few ? values.length : 0)) dots.append(svg("circle", { r: 6, cy: plot.y(0.28) }));
      [...dots.children].forEach((dot, i) => {
        const shown = few && i < values.length;
        dot.toggleAttribute("display", false);
        if (!shown) dot.setAttribute("display", "none");
        else /** @type {SVGElement} */ (dot).style.transform = `translateX(${plot.x(values[i]).toFixed(1)}px)`;
      });
      const at = plot.x(mean(values));
      middle.setAttribute("d", `M${at.toFixed(1)} ${plot.y(0)}V${plot.y(0.86)}`);
      name.setAttribute("x", (at + 4).toFixed(1));
      plot.element.dataset.step = String(step);
    },
  };

  /** @param {number[]} values */
  function outline(values) {
    const counts = histogram(values, ...ENDS, PARTS);
    const most = Math.max(...counts);
    const wide = plot.x(ENDS[0] + (ENDS[1] - ENDS[0]) / PARTS) - plot.x(ENDS[0]) - 1;
    return counts.map((count, i) => {
      const left = plot.x(ENDS[0] + ((ENDS[1] - ENDS[0]) * i) / PARTS);
      return count ? `M${left.toFixed(1)} ${plot.y(0)}V${plot.y((count / most) * 0.75).toFixed(1)}h${wide.toFixed(1)}V${plot.y(0)}Z` : "";
    }).join("");
  }
}
