// @ts-check
/** A race as it could be, without numbers. */

import { svg } from "../dom.js";
import { looksOf } from "../runs/palette.js";
import { inkOf } from "../runs/swatch.js";
import { sketchFrame } from "./sketch-frame.js";

/** Where each line bends down, and how deep it ends. */
const LINES = [[230, 20], [190, 44], [150, 78], [110, 100], [70, 114]];

export function raceSketch() {
  const lines = LINES.map(([bend, depth], i) => {
    const path = svg("path", {
      d: `M0 8C${bend * 0.9} 8 ${bend} 8 ${bend + 20} ${depth * 0.45}S${bend + 60} ${depth * 0.85} 300 ${depth}`,
      fill: "none", "stroke-width": 1.75, "stroke-dasharray": looksOf(i).dasharray,
    });
    path.style.stroke = inkOf(i);
    return path;
  });
  return sketchFrame(...lines);
}
