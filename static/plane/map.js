// @ts-check
/** The surface from above, drawn once by Plotly; arrows, ways and balls are our own, over it. */

import { between } from "../charts/axes.js";
import { chart } from "../charts/chart.js";
import { scalesOf, square } from "../charts/square.js";
import { draw, say, set, show } from "../charts/svg.js";
import { aim } from "../panels/aim.js";
import { trail } from "../panels/trail.js";
import { arrowsOf, pathOf } from "./arrows.js";
import { pairOf } from "./ball.js";
import { RANGE } from "./field.js";

/** @typedef {import("./ball.js").Ball} Ball @typedef {import("./field.js").Pair} Pair */

/** As the code beside it calls them. */
const AXES = { xaxis: { title: { text: "synapse_0[0]" } }, yaxis: { title: { text: "synapse_0[1]" } } };
const [RADIUS, EDGE] = [8.5, 11];

/**
 * @param {HTMLElement} stage
 * @param {object} wiring
 * @param {import("../lab.js").Lab} wiring.lab
 * @param {() => string} wiring.of which ground: see field.js
 * @param {() => import("./field.js").Field} wiring.field
 * @param {() => Pair} wiring.start where the cross hairs begin
 * @param {(weights: Pair) => void} wiring.drop
 * @param {() => void} wiring.changed its size, or its colours
 */
export function planeMap(stage, { lab, of, field, start, drop, changed }) {
  const plot = chart(stage, { lab, name: "error-contour", of, margin: square, changed: again, still: true });
  const arrows = draw(plot.layers.inside, "path", { class: "plane-arrows" });
  /** @type {Map<number, ReturnType<typeof marksOf>>} */
  const marks = new Map();
  const hairs = aim(plot, { range: RANGE, start, drop });
  let looks = "";

  function again() {
    looks = "";
    for (const { way } of marks.values()) way.forget();
    changed();
  }

  function redraw() {
    const now = `${plot.size.width} ${plot.size.height} ${of()}`;
    if (now === looks) return undefined;
    const done = plot.draw(own => own.map(trace => ({ ...trace })), AXES);
    const { x, y } = scalesOf(plot.area(), RANGE);
    set(arrows, { d: pathOf(arrowsOf(field(), RANGE), x, y) });
    hairs.paint();
    if (done) looks = now;
    return done ?? undefined;
  }

  /** @param {number} number */
  function marksOf(number) {
    const style = `--ball: var(--run-${number - 1})`;
    const inside = draw(plot.layers.inside, "g", { style });
    const way = trail(inside, ["plane-halo", "plane-way"]);
    const group = draw(plot.layers.above, "g", { class: "plane-ball", style });
    const pointer = draw(group, "path", { d: "M18 0L8 -6L8 6Z" });
    draw(group, "circle", { r: RADIUS });
    say(draw(group, "text", { y: 3.8, "text-anchor": "middle" }), String(number));
    return { way, group, pointer, remove: () => [inside, group].forEach(part => part.remove()) };
  }

  /** @param {Ball[]} balls @param {Ball | null} chosen */
  function paint(balls, chosen) {
    if (!plot.size.width) return;
    const { x, y } = scalesOf(plot.area(), RANGE);
    for (const [number, { remove }] of marks) {
      if (balls.some(ball => ball.number === number)) continue;
      remove();
      marks.delete(number);
    }
    for (const ball of balls) {
      const mark = marks.get(ball.number) ?? marksOf(ball.number);
      marks.set(ball.number, mark);
      mark.way.paint(ball.number, ball.trail, pairOf(ball.weights), (w0, w1) => [x(w0), y(w1)]);
      place(mark, x(ball.weights[0]), y(ball.weights[1]));
      mark.group.classList.toggle("chosen", ball === chosen);
    }
    const front = chosen && marks.get(chosen.number)?.group;
    if (front && plot.layers.above.lastElementChild !== front) plot.layers.above.append(front);
  }

  /** One that has left the map stands at its edge and points there. @param {ReturnType<typeof marksOf>} mark @param {number} px @param {number} py */
  function place({ group, pointer }, px, py) {
    const { left, right, top, bottom } = plot.area();
    const known = Number.isFinite(px) && Number.isFinite(py);
    show(group, known);
    if (!known) return;
    const [cx, cy] = [between(px, left, right), between(py, top, bottom)];
    const away = cx !== px || cy !== py;
    const [ax, ay] = away ? [between(px, left + EDGE, right - EDGE), between(py, top + EDGE, bottom - EDGE)] : [px, py];
    set(group, { transform: `translate(${ax.toFixed(1)} ${ay.toFixed(1)})` });
    show(pointer, away);
    if (away) set(pointer, { transform: `rotate(${((Math.atan2(py - ay, px - ax) * 180) / Math.PI).toFixed(1)})` });
  }

  return { chart: plot, redraw, paint, retheme() {
    plot.retheme();
    again();
  } };
}
