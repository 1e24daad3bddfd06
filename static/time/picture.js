// @ts-check
/**
 * Lines with their names at their ends. What was is drawn when it changes; what is now is added on every frame.
 *
 * @typedef {import("./lines.js").Lines} Lines
 * @typedef {import("../charts/chart.js").Area} Area
 *
 * @typedef {object} Scales
 * @property {string} key changes whenever any of them does
 * @property {Area} area
 * @property {(iteration: number) => number} x
 * @property {(value: number) => number} y
 */

import { spread } from "../charts/spread.js";
import { draw, line, pool, say, set } from "../charts/svg.js";

const LABEL_HEIGHT = 12;

/** @param {{inside: SVGElement, above: SVGElement}} layers */
export function picture({ inside, above }) {
  const zero = draw(inside, "path", { class: "time-zero" });
  const faint = draw(inside, "path", { class: "time-faint" });
  const strokes = pool(inside, "path");
  const cursor = draw(inside, "path", { class: "time-cursor" });
  const labels = pool(above, "text", { class: "time-name" });
  const ends = pool(above, "circle", { r: 2.6 });
  /** Of every line, as far as it is past. @type {{key: unknown[], paths: string[]}} */
  let drawn = { key: [], paths: [] };

  /** @param {Lines} lines @param {Scales} scales */
  function pathsOf({ iterations, values }, { key, x, y }) {
    const wanted = [iterations.length, iterations.at(-1), values.length, values[0], key];
    if (wanted.some((part, i) => part !== drawn.key[i])) {
      const across = iterations.map(x);
      drawn = { key: wanted, paths: values.map(own => line(iterations.length, i => across[i], i => y(own[i]))) };
    }
    return drawn.paths;
  }

  return {
    /**
     * @param {Lines} lines
     * @param {Map<number, number>} tones of those that stand out
     * @param {Scales} scales
     * @param {number | null} pointed iteration
     */
    paint(lines, tones, scales, pointed) {
      const { area, x, y } = scales;
      const { now, values, iterations } = lines;
      const paths = pathsOf(lines, scales);
      /** @param {number} i */
      const end = i => (now ? now.values[i] : values[i].at(-1) ?? NaN);
      const last = now?.iteration ?? iterations.at(-1) ?? 0;
      /** @param {number} i */
      const whole = i => {
        const known = Number.isFinite(values[i].at(iterations.length - 1) ?? NaN);
        return now && Number.isFinite(end(i)) ? `${paths[i]}${known && paths[i] ? "L" : "M"}${x(last).toFixed(1)} ${y(end(i)).toFixed(1)}` : paths[i];
      };
      const rest = lines.names.map((_, i) => i).filter(i => !tones.has(i));
      set(faint, { d: rest.map(whole).join("") });
      const named = [...tones].filter(([i]) => i < lines.names.length);
      named.forEach(([i, tone], n) => set(strokes.at(n), { d: whole(i), class: `time-line tone-${tone}` }));
      strokes.trim(named.length);
      name(named, end, lines, last, scales);
      set(zero, { d: `M${area.left} ${y(0).toFixed(1)}H${area.right}` });
      set(cursor, { d: pointed === null ? "" : `M${x(pointed).toFixed(1)} ${area.top}V${area.bottom}` });
    },
  };

  /**
   * @param {[number, number][]} named
   * @param {(i: number) => number} end where each has come to; one that has no value now is named at the height of 0
   * @param {Lines} lines
   * @param {number} last
   * @param {Scales} scales
   */
  function name(named, end, { names }, last, { area, x, y }) {
    /** @param {number} i */
    const height = i => y(Number.isFinite(end(i)) ? end(i) : 0);
    const sorted = [...named].sort(([a], [b]) => height(a) - height(b));
    const places = spread(sorted.map(([i]) => height(i)), LABEL_HEIGHT, area.top + 4, area.bottom);
    sorted.forEach(([i, tone], n) => {
      const at = { x: Math.min(x(last), area.right) + 8, y: places[n] + 3.5, class: `time-name tone-${tone}` };
      const drawn = Number.isFinite(end(i));
      say(labels.at(n), drawn ? names[i] : `${names[i]}: none`);
      set(labels.at(n), at);
      set(ends.at(n), { cx: x(last), cy: height(i), class: `time-end tone-${tone}`, visibility: drawn ? "visible" : "hidden" });
    });
    labels.trim(sorted.length);
    ends.trim(sorted.length);
  }
}
