// @ts-check
/** The name of each line at its end, where the chart has a margin for it; none covers another. */

import { spread } from "../charts/spread.js";
import { line, pool, say, set } from "../charts/svg.js";
import { inkOf } from "../runs/swatch.js";

/** Pixels from one name to the next, and from the axes to the names. */
const [APART, AWAY] = [13, 8];

/** @param {SVGElement} layer */
export function endNames(layer) {
  const leaders = pool(layer, "path", { class: "race-leader" });
  const labels = pool(layer, "text", { class: "race-name" });

  /** The lines that are named. @type {number[]} */
  let shown = [];

  return {
    /**
     * @param {{x: number, y: number}[][]} lines in pixels
     * @param {string[]} names
     * @param {import("../charts/chart.js").Area} area
     * @param {(line: number) => string} [ink]
     * @param {Set<number> | null} [named] only these; null: all
     */
    paint(lines, names, { left, right, top, bottom }, ink = inkOf, named = null) {
      const all = lines.map((points, index) => ({ index, ...(points.findLast(({ y }) => Number.isFinite(y)) ?? { x: left, y: top }) }));
      const ends = all.filter(({ index }) => named?.has(index) ?? true).map(end => ({ ...end, y: Math.min(bottom, end.y) }));
      shown = ends.map(end => end.index);
      ends.sort((a, b) => a.y - b.y);
      const places = spread(ends.map(end => end.y), APART, top + 6, bottom - 2);
      ends.forEach(({ index, x, y }, i) => {
        const label = labels.at(shown.indexOf(index));
        set(label, { x: right + AWAY + 2, y: places[i] + 3.5 });
        say(label, names[index]);
        label.style.fill = ink(index);
        const leader = leaders.at(shown.indexOf(index));
        set(leader, { d: line(3, k => [x + 2, right + 2, right + AWAY][k], k => [y, y, places[i]][k]) });
        leader.style.stroke = ink(index);
      });
      labels.trim(ends.length);
      leaders.trim(ends.length);
    },
    /** @param {number | null} lit */
    light(lit) {
      shown.forEach((index, i) => labels.at(i).classList.toggle("lit", index === lit));
    },
    clear() {
      shown = [];
      labels.trim(0);
      leaders.trim(0);
    },
  };
}
