// @ts-check
/**
 * What an error curve cannot show as a line, said where it happened: errors that are not numbers, errors of exactly
 * zero on a logarithmic axis, and the break before iteration 1 of a logarithmic axis.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("./curve-view.js").Scales} Scales
 */

import { draw, pool, say, set, show } from "../charts/svg.js";
import { whole } from "../numbers.js";

const MOST = 12;
const CHARACTER = 6;

/** @param {{inside: SVGElement, above: SVGElement}} layers */
export function breaks({ inside, above }) {
  const bands = pool(inside, "rect", { class: "curve-broken" });
  const names = pool(above, "text", { class: "curve-broken-name" });
  const axis = draw(above, "path", { class: "chart-axis-break" });

  return {
    /** @param {State} state @param {Scales} scales */
    paint({ curve, frame }, { view, area, x }) {
      const gaps = missing(curve, view.y.log, frame?.iteration ?? 0).slice(0, MOST);
      gaps.forEach(({ from, to, zero }, i) => {
        const left = Math.max(area.left, x(from));
        const width = Math.min(area.right, Math.max(x(to), left + 2)) - left;
        const high = zero ? 6 : area.height;
        set(bands.at(i), { x: left, y: area.bottom - high, width: Math.max(width, 0), height: high });
        const words = zero ? "error exactly 0" : `not a number from ${whole(from)} on`;
        say(names.at(i), words);
        const late = left + words.length * CHARACTER > area.right;
        set(names.at(i), {
          x: late ? left - 5 : left + 5,
          y: zero ? area.bottom - 10 : area.top + area.height / 2,
          "text-anchor": late ? "end" : "start",
        });
      });
      bands.trim(gaps.length);
      names.trim(gaps.length);
      showBreak(axis, view, area, x);
    },
  };
}

/**
 * The stretches of a curve without a place on the axes.
 *
 * @param {State["curve"]} curve
 * @param {boolean} log
 * @param {number} now
 */
export function missing({ iterations, errors }, log, now) {
  const gaps = /** @type {{from: number, to: number, zero: boolean}[]} */ ([]);
  let inGap = false;
  errors.forEach((error, i) => {
    const gone = !Number.isFinite(error) || (log && error === 0);
    const last = gaps.at(-1);
    if (gone && inGap && last) last.to = iterations[i];
    else if (gone) gaps.push({ from: iterations[i], to: iterations[i], zero: error === 0 });
    inGap = gone;
  });
  const last = gaps.at(-1);
  if (inGap && last) last.to = Math.max(last.to, now);
  return gaps;
}

/**
 * Two strokes across the axis between the place of 0 and 1.
 *
 * @param {SVGElement} path
 * @param {import("./curve-view.js").View} view
 * @param {import("../charts/chart.js").Area} area
 * @param {(iteration: number) => number} x
 */
function showBreak(path, { x: { log, range } }, { bottom }, x) {
  const shown = log && range[0] < 0.6;
  show(path, shown);
  if (!shown) return;
  const middle = (x(0) + x(1)) / 2;
  set(path, { d: [-2, 2].map(by => `M${(middle + by - 2).toFixed(1)} ${bottom + 5}l4 -10`).join("") });
}
