// @ts-check
/**
 * The error surface in three dimensions. Dear without a graphics card: at most four times a second, and given back
 * when it is not seen. The camera belongs to the person who looks.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../lab.js").Lab} Lab
 */

import { chart } from "../charts/chart.js";
import { heightAt, unpack } from "../charts/grid.js";
import { draw, say } from "../charts/svg.js";
import { fixed } from "../numbers.js";

const PAUSE = 250;
const SHARE = 4;
/** Above the surface, so that triangles do not cut through the path. */
const LIFT = { halo: 0.012, path: 0.02, ball: 0.01 };
const HEIGHT = "height: mean |error|";
const NO_MARGIN = { l: 0, r: 0, t: 0, b: 0 };

/** @param {HTMLElement} stage @param {Lab} lab */
export function mesh(stage, lab) {
  const plot = chart(stage, { lab, name: "error-mesh", margin: () => NO_MARGIN, changed: again });
  const words = draw(plot.layers.above, "text", { class: "mesh-name", x: 2, y: 12 });
  plot.box.setAttribute("role", "img");
  plot.box.setAttribute("aria-label", "Error surface in 3-D. Drag to turn it.");
  let camera = /** @type {object | undefined} */ (undefined);
  let [last, cost] = [-Infinity, 0];
  let later = 0;
  /** @type {import("../charts/grid.js").Grid | null} */
  let grid = null;

  // A scene that nobody sees would keep one of the browser's few WebGL contexts.
  new IntersectionObserver(([{ isIntersecting }]) => (isIntersecting ? again() : leave())).observe(plot.box);

  function again() {
    last = -Infinity;
    redraw(lab.state());
  }

  function leave() {
    clearTimeout(later);
    camera = cameraOf(plot.plot) ?? camera;
    plot.purge();
  }

  /** @param {State} state */
  function redraw(state) {
    const wait = last + Math.max(PAUSE, SHARE * cost) - performance.now();
    clearTimeout(later);
    if (wait > 0) {
      later = window.setTimeout(() => redraw(lab.state()), wait);
      return undefined;
    }
    if (!state.frame || plot.box.hidden) return undefined;
    const start = performance.now();
    const known = plot.drawn();
    camera = cameraOf(plot.plot) ?? camera;
    const done = plot.draw(own => filled(own, state), camera ? { scene: { camera } } : {});
    last = performance.now();
    cost = known ? last - start : 0; // building the scene is dear, and is done once
    return done ?? undefined;
  }

  /** @param {any[]} own @param {State} state */
  function filled([surface, halo, path, ball], { frame, path: way }) {
    const heights = (grid ??= gridOf(surface));
    const [[w0], [w1]] = /** @type {import("../messages.js").Frame} */ (frame).weights[0];
    const [all0, all1] = [way.w0.concat(w0), way.w1.concat(w1)];
    return [
      surface,
      { ...halo, ...raised(all0, all1, heights, LIFT.halo) },
      { ...path, ...raised(all0, all1, heights, LIFT.path) },
      { ...ball, ...moved(ball, w0, w1, heightAt(heights, w0, w1) + LIFT.ball) },
    ];
  }

  /** @param {State} state */
  function paint({ frame }) {
    const [[w0], [w1]] = frame?.weights[0] ?? [[0], [0]];
    const here = !grid || Number.isFinite(heightAt(grid, w0, w1));
    say(words, here ? HEIGHT : `${HEIGHT} · the ball has rolled beyond this landscape, to ${fixed(w0, 1)}, ${fixed(w1, 1)}`);
  }

  return { chart: plot, paint, redraw, retheme: again, leave };
}

/** @param {any} plot @returns {object | undefined} as the person turned it */
function cameraOf(plot) {
  return plot.layout?.scene?.camera;
}

/** @param {any} surface the mesh's points, row by row */
function gridOf({ x, y, z }) {
  const [all, up] = [unpack(x), unpack(y)];
  const side = Math.round(Math.sqrt(all.length));
  return {
    x: Array.from({ length: side }, (_, j) => all[j]),
    y: Array.from({ length: side }, (_, i) => up[i * side]),
    z: unpack(z),
  };
}

/**
 * The ball's points around another place.
 *
 * @param {any} ball
 * @param {number} w0
 * @param {number} w1
 * @param {number} height
 */
function moved({ x, y, z }, w0, w1, height) {
  const gone = Number.isNaN(height);
  const shift = (/** @type {any} */ packed, /** @type {number} */ by) =>
    Array.from(unpack(packed), value => (gone ? NaN : value + by));
  return { x: shift(x, w0), y: shift(y, w1), z: shift(z, height) };
}

/**
 * Points on the surface; those beyond it break the line.
 *
 * @param {number[]} w0
 * @param {number[]} w1
 * @param {import("../charts/grid.js").Grid} grid
 * @param {number} lift
 */
function raised(w0, w1, grid, lift) {
  const z = w0.map((weight, i) => heightAt(grid, weight, w1[i]) + lift);
  const onIt = (/** @type {number[]} */ weights) => weights.map((weight, i) => (Number.isNaN(z[i]) ? NaN : weight));
  return { x: onIt(w0), y: onIt(w1), z };
}
