// @ts-check
/**
 * Dots, tangents and slopes over the sigmoid, a handful of attributes a frame however many units there are: all dots
 * of a kind are one path of strokes without length, whose round ends are the dots.
 *
 * @typedef {import("./dots.js").Dot} Dot
 * @typedef {import("../charts/chart.js").Area} Area
 * @typedef {(value: number) => number} Scale
 * @typedef {{area: Area, x: Scale, out: Scale, slope: Scale}} Scales
 */

import { spread } from "../charts/spread.js";
import { draw, pool, say, set } from "../charts/svg.js";
import { small } from "../numbers.js";
import { STEEPEST } from "./dots.js";

/** Pixels; the second where there are many, which would become a thicket. */
const TANGENTS = [54, 26];
const FEW = 12;
const MOST_LABELS = 7;
const LABEL_WIDTH = 54;
const LABEL_AWAY = 20;

/** @param {{inside: SVGElement, above: SVGElement}} layers */
export function slopes({ inside, above }) {
  const path = (/** @type {SVGElement} */ layer, /** @type {string} */ name) => draw(layer, "path", { class: name });
  const ceiling = path(inside, "slope-ceiling");
  const others = { tangents: path(inside, "tangents"), strip: path(above, "dots"), dots: path(above, "dots") };
  const stems = path(inside, "slope-stems");
  const halo = path(above, "dots-halo");
  const chosen = { tangents: path(inside, "tangents chosen"), strip: path(above, "dots chosen"), dots: path(above, "dots chosen") };
  const leaders = path(above, "leaders");
  const labels = pool(above, "text", { class: "slope-name", "text-anchor": "middle" });
  const band = draw(above, "text", { class: "slope-band-name" });
  const top = draw(above, "text", { class: "slope-band-name", "text-anchor": "end" });
  say(band, "slope = out·(1−out)");
  say(top, "full slope: 0.25");

  return {
    /**
     * @param {Dot[]} dots
     * @param {number} row the chosen example
     * @param {Scales} scales
     */
    paint(dots, row, scales) {
      const { area, x, out, slope } = scales;
      const seen = dots.filter(({ slope }) => !Number.isNaN(slope));
      const [mine, rest] = [seen.filter(dot => dot.row === row), seen.filter(dot => dot.row !== row)];
      for (const [part, some] of /** @type {const} */ ([[chosen, mine], [others, rest]])) {
        set(part.dots, { d: spots(some, x, dot => out(dot.out)) });
        set(part.strip, { d: spots(some, x, dot => slope(dot.slope)) });
        const tangent = TANGENTS[some.length > FEW ? 1 : 0];
        set(part.tangents, { d: part === chosen || seen.length <= FEW ? tangents(some, scales, tangent) : "" });
      }
      set(halo, { d: mine.length > FEW ? "" : spots(mine, x, dot => out(dot.out)) });
      for (const layer of [inside, above]) layer.classList.toggle("many", mine.length > FEW);
      const floor = slope(0).toFixed(1);
      set(stems, { d: mine.map(dot => `M${x(dot.z).toFixed(1)} ${floor}V${slope(dot.slope).toFixed(1)}`).join("") });
      set(ceiling, { d: `M${area.left} ${slope(STEEPEST).toFixed(1)}H${area.right}` });
      set(band, { x: area.left + 6, y: slope(STEEPEST) + 12 });
      set(top, { x: area.right - 6, y: slope(STEEPEST) + 12 });
      name(mine.length <= MOST_LABELS ? mine : [], scales);
    },
  };

  /** @param {Dot[]} dots @param {Scales} scales */
  function name(dots, { area, x, out }) {
    const sorted = [...dots].sort((a, b) => a.z - b.z);
    const middle = (area.left + area.right) / 2;
    const left = sorted.filter(({ z }) => z < 0);
    const right = sorted.filter(({ z }) => z >= 0);
    const places = [
      ...spread(left.map(({ z }) => x(z) - 12), LABEL_WIDTH, area.left + LABEL_WIDTH / 2, middle - 8),
      ...spread(right.map(({ z }) => x(z) + 12), LABEL_WIDTH, middle + 8, area.right - LABEL_WIDTH / 2),
    ];
    let lines = "";
    [...left, ...right].forEach((dot, i) => {
      const up = dot.z < 0 ? -1 : 1;
      const at = { x: places[i], y: out(dot.out) + up * LABEL_AWAY + 4 };
      say(labels.at(i), small(dot.slope));
      set(labels.at(i), at);
      lines += `M${x(dot.z).toFixed(1)} ${(out(dot.out) + up * 6).toFixed(1)}L${at.x.toFixed(1)} ${(at.y - 4 - up * 7).toFixed(1)}`;
    });
    set(leaders, { d: lines });
    labels.trim(dots.length);
  }
}

/** @param {Dot[]} dots @param {Scale} x @param {(dot: Dot) => number} y */
function spots(dots, x, y) {
  return dots.map(dot => `M${x(dot.z).toFixed(1)} ${y(dot).toFixed(1)}h0`).join("");
}

/**
 * Lines of one length in pixels, whose slope in the chart's own units is the slope there.
 *
 * @param {Dot[]} dots
 * @param {Scales} scales
 * @param {number} length
 */
export function tangents(dots, { x, out }, length) {
  const [wide, high] = [x(1) - x(0), out(1) - out(0)];
  return dots.map(({ z, out: level, slope }) => {
    const half = length / 2 / Math.hypot(wide, slope * high);
    const [dx, dy] = [half * wide, half * slope * high];
    const [cx, cy] = [x(z), out(level)];
    return `M${(cx - dx).toFixed(1)} ${(cy - dy).toFixed(1)}L${(cx + dx).toFixed(1)} ${(cy + dy).toFixed(1)}`;
  }).join("");
}
