// @ts-check
/**
 * The end of the error curve: what Plotly has not drawn yet, and a dot at the newest error.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("./curve-view.js").Scales} Scales
 */

import { growing, LOOSE } from "../charts/growing.js";
import { draw, set, show } from "../charts/svg.js";
import { firstFrom } from "../points.js";

const EMPTY = ["Press Play:", "the error of every iteration", "will be drawn here."];

/** @param {{inside: SVGElement, above: SVGElement}} layers */
export function newest({ inside, above }) {
  const stretch = growing(inside, "curve-newest");
  const halo = draw(above, "circle", { class: "curve-halo", r: 8 });
  const head = draw(above, "circle", { class: "curve-head", r: 4 });
  const hint = draw(above, "text", { class: "chart-hint", "text-anchor": "middle" });
  const lines = EMPTY.map((text, i) => {
    const part = draw(hint, "tspan", { dy: i ? "1.4em" : "0" });
    part.textContent = text;
    return part;
  });

  return {
    /** @param {State} state @param {Scales} scales @param {number} until the last iteration that Plotly drew */
    paint({ frame, others, curve }, { key, view, x, y, area }, until) {
      if (!frame) return;
      // The last points that Plotly drew may have been replaced since then.
      const from = Math.max(0, firstFrom(curve.iterations, until) - LOOSE);
      const place = { cx: x(frame.iteration), cy: y(frame.error) };
      const drawable = Number.isFinite(place.cx) && Number.isFinite(place.cy);
      stretch.paint(curve, { key: `${key} ${until}`, range: view.x.range, x, y }, from, drawable ? place : null);
      const seen = drawable && isWithin(place, area);
      for (const dot of [halo, head]) {
        show(dot, seen);
        if (seen) set(dot, place);
      }
      show(hint, frame.iteration === 0 && curve.iterations.length < 2 && !others.length);
      for (const part of lines) set(part, { x: (area.left + area.right) / 2 });
      set(hint, { y: area.top + area.height * 0.4 });
    },
  };
}

/** @param {{cx: number, cy: number}} place @param {import("../charts/chart.js").Area} area */
function isWithin({ cx, cy }, { left, right, top, bottom }) {
  return cx >= left - 1 && cx <= right + 1 && cy >= top - 1 && cy <= bottom + 1;
}
