// @ts-check
/**
 * The error surface in three dimensions. Plotly draws the landscape, and again only when somebody turns it; what rolls
 * over it is drawn by ourselves, as the same camera sees it, because without a graphics card every drawing of a scene
 * takes longer than a frame may. What lies behind a hill shines through it, faintly.
 *
 * The scene is given back when it is not seen. The camera belongs to the person who looks.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../lab.js").Lab} Lab
 * @typedef {import("../charts/perspective.js").Camera} Camera
 */

import { chart } from "../charts/chart.js";
import { heightAt, isHidden, unpack } from "../charts/grid.js";
import { perspective, viewFrom, viewOf } from "../charts/perspective.js";
import { draw, say, show } from "../charts/svg.js";
import { fixed } from "../numbers.js";
import { landscapeOf } from "./landscape.js";
import { marble } from "./marble.js";
import { otherWays } from "./other-ways.js";
import { trail } from "./trail.js";

/** Animation frames without a movement after which a camera glides no more: a slow machine skips some. */
const GLIDING = 20;
/** Of the path over the ground, so that the ground it lies on does not hide it. */
const LIFT = 0.01;
const HEIGHT = "height: mean |error|";
const NO_MARGIN = { l: 0, r: 0, t: 0, b: 0 };

/** @param {HTMLElement} stage @param {Lab} lab */
export function mesh(stage, lab) {
  const on = { plotly_relayouting: turned, plotly_relayout: turned };
  const plot = chart(stage, { lab, name: "error-mesh", of: () => landscapeOf(lab.state()), margin: () => NO_MARGIN, changed: again, on });
  const { inside, above } = plot.layers;
  const others = otherWays(inside);
  const behind = trail(inside, ["way-behind"]);
  const path = trail(inside, ["way-halo", "way"]);
  const ball = marble(above);
  const words = draw(above, "text", { class: "mesh-name", x: 2, y: 12 });
  plot.box.setAttribute("role", "img");
  plot.box.setAttribute("aria-label", "Error surface in 3-D. Drag to turn it.");
  /** @type {Camera | null} */
  let camera = null;
  /** @type {import("../charts/grid.js").Grid | null} */
  let grid = null;
  /** @type {ReturnType<typeof perspective> | null} */
  let sight = null;
  let gliding = 0;
  let [looks, seen] = ["", ""];

  // A scene that nobody sees would keep one of the browser's few WebGL contexts.
  new IntersectionObserver(([{ isIntersecting }]) => (isIntersecting ? again() : leave())).observe(plot.box);

  function again() {
    redraw(lab.state());
  }

  function retheme() {
    looks = "";
    again();
  }

  function leave() {
    plot.purge();
    sight = null;
  }

  /** @param {any} change of Plotly's layout */
  function turned(change) {
    camera = change["scene.camera"] ?? camera;
    if (!gliding) requestAnimationFrame(glide);
    gliding = GLIDING;
  }

  function glide() {
    const moved = sight !== null && look();
    if (moved) paint(lab.state());
    gliding = moved ? GLIDING : gliding - 1;
    if (!sight) gliding = 0;
    if (gliding) requestAnimationFrame(glide);
    else camera = sceneOf(plot.plot)?.getCamera?.() ?? camera; // a wheel's turn is told before it is taken
  }

  /** See everything as the camera does now. @returns {boolean} whether that is another way */
  function look() {
    const { xaxis, yaxis, zaxis, aspectratio, ...scene } = /** @type {any} */ (plot.plot).layout.scene;
    const view = drawnView(plot.plot) ?? viewOf(camera ?? scene.camera);
    const now = JSON.stringify([view, plot.size]);
    if (now === seen && sight) return false;
    seen = now;
    const lengths = /** @type {[number, number, number]} */ ([aspectratio.x, aspectratio.y, aspectratio.z]);
    sight = perspective(view, { ranges: [xaxis.range, yaxis.range, zaxis.range], lengths }, plot.size);
    for (const way of [others, behind, path]) way.forget();
    return true;
  }

  /** @param {State} state */
  function redraw(state) {
    const now = `${plot.size.width} ${plot.size.height} ${landscapeOf(state)}`;
    if (!state.frame || plot.box.hidden || (sight && now === looks)) return undefined;
    const done = plot.draw(([surface]) => {
      grid = gridOf(surface);
      return [surface];
    }, camera ? { scene: { camera } } : {});
    if (!done) return undefined;
    looks = now;
    look();
    turned({}); // Plotly has its own way to its first view
    paint(state);
    return done;
  }

  /** @param {State} state */
  function paint(state) {
    const { run, frame, path: way } = state;
    const [[w0], [w1]] = frame?.weights[0] ?? [[NaN], [NaN]];
    const height = grid ? heightAt(grid, w0, w1) : 0;
    const here = Number.isFinite(height);
    say(words, here ? HEIGHT : `${HEIGHT} · the ball has rolled beyond this landscape, to ${fixed(w0, 1)}, ${fixed(w1, 1)}`);
    show(inside, sight !== null);
    ball.paint(sight && here ? sight.place(w0, w1, height) : null, isBehind([w0, w1, height]));
    if (!sight) return;
    others.paint(state, inSight);
    behind.paint(run?.run ?? NaN, way, [w0, w1], onGround);
    path.paint(run?.run ?? NaN, way, [w0, w1], inSight);
  }

  /** @param {number} w0 @param {number} w1 */
  function onGround(w0, w1) {
    return grid && sight ? sight.place(w0, w1, heightAt(grid, w0, w1)) : [NaN, NaN];
  }

  /** @param {number} w0 @param {number} w1 */
  function inSight(w0, w1) {
    return grid && isBehind([w0, w1, heightAt(grid, w0, w1)]) ? [NaN, NaN] : onGround(w0, w1);
  }

  /** @param {number[]} place */
  function isBehind([w0, w1, height]) {
    return grid !== null && sight !== null && isHidden(grid, [w0, w1, height + LIFT], sight.eye);
  }

  return { chart: plot, paint, redraw, retheme, leave };
}

/**
 * Plotly tells where a camera goes and then lets it glide there; where it is now only the scene itself knows, under
 * names that may change: without them, the camera is taken to be where it goes.
 *
 * @param {any} plot
 */
function sceneOf(plot) {
  return plot._fullLayout?.scene?._scene ?? null;
}

/** The view that is on screen. @param {any} plot */
function drawnView(plot) {
  const matrix = sceneOf(plot)?.glplot?.cameraParams?.view;
  return matrix?.length === 16 ? viewFrom(matrix) : null;
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
