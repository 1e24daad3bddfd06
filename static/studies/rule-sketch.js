// @ts-check
/** The rule as a picture without numbers: hardly any changes, the most in the middle, fewer again. */

import { svg } from "../dom.js";
import { inkOf } from "../runs/swatch.js";
import { sketchFrame } from "./sketch-frame.js";

/** From the tiny alpha to the huge one. */
const POINTS = [[12, 108], [58, 88], [104, 88], [150, 84], [196, 16], [242, 30], [288, 62]];

export function ruleSketch() {
  const line = svg("path", { d: `M${POINTS.join("L")}`, fill: "none", "stroke-width": 1.75, "stroke-dasharray": "6 4" });
  const dots = POINTS.map(([cx, cy]) => svg("circle", { cx, cy, r: 4 }));
  line.style.stroke = inkOf(0);
  for (const dot of dots) dot.style.fill = inkOf(0);
  return sketchFrame(line, ...dots);
}
