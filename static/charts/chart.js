// @ts-check
/**
 * A figure drawn by Plotly, with our own SVG over it for what moves on every frame.
 *
 * Margins are fixed, so that the overlay knows from the size alone where the plot area is. Until Plotly is there the
 * overlay stands by itself.
 *
 * @typedef {import("../lab.js").Lab} Lab
 * @typedef {import("../plot.js").PlotElement} PlotElement
 * @typedef {{l: number, r: number, t: number, b: number}} Margin
 * @typedef {{left: number, right: number, top: number, bottom: number, width: number, height: number}} Area
 * @typedef {ReturnType<typeof chart>} Chart
 *
 * @typedef {object} Wishes
 * @property {Lab} lab
 * @property {string} name of the figure
 * @property {(size: {width: number, height: number}) => Margin} margin
 * @property {boolean} [still] Plotly takes no part in what the pointer does
 * @property {() => string} [of] what the figure is to be of now: see `figureSource`
 * @property {() => void} changed the chart has another size, or Plotly has arrived: draw again
 * @property {Record<string, (event: any) => void>} [on] Plotly's events by name
 */

import { CONFIG } from "../plot.js";
import { figureSource } from "./figure.js";
import { draw, set } from "./svg.js";

let clips = 0;

/** @param {Element} parent @param {Wishes} wishes */
export function chart(parent, { lab, name, of, margin, still = false, changed, on = {} }) {
  const { box, plot } = stage(parent);
  const layers = overlay(box);
  const source = figureSource(lab, name, box, changed, of);
  const hand = held(plot, changed);
  const size = measured(box, () => {
    layers.resize(area());
    changed();
  });
  let drawn = false;

  /** @returns {Area} the plot area within the chart */
  function area() {
    const { l, r, t, b } = margin(size);
    const right = Math.max(size.width - r, l + 1);
    const bottom = Math.max(size.height - b, t + 1);
    return { left: l, right, top: t, bottom, width: right - l, height: bottom - t };
  }

  /**
   * @param {(data: any[]) => any[]} data from the figure's own traces
   * @param {any} layout over the figure's own
   * @returns {Promise<unknown> | null} null if it cannot be drawn now
   */
  function drawFigure(data, layout) {
    const found = source.get();
    if (!found || !size.width || !size.height || hand.down()) return null;
    const fixed = { ...size, margin: { ...margin(size), autoexpand: false } };
    const whole = over(found.figure.layout, { ...layout, ...fixed });
    const done = found.plotly.react(plot, data(found.figure.data), whole, { ...CONFIG, staticPlot: still });
    if (!drawn) for (const [event, listener] of Object.entries(on)) plot.on(event, listener);
    drawn = true;
    return done;
  }

  return {
    box, plot, layers, size, area,
    draw: drawFigure,
    /** Whether Plotly's part is on screen. */
    drawn: () => drawn,
    plotly: source.plotly,
    retheme: source.undress,
    /** Give back what Plotly holds; the next drawing starts afresh. */
    purge() {
      if (drawn) source.plotly()?.purge(plot);
      drawn = false;
    },
  };
}

/** @param {Element} parent */
function stage(parent) {
  const box = document.createElement("div");
  box.className = "chart";
  const plot = document.createElement("div");
  plot.className = "chart-plot";
  box.append(plot);
  parent.append(box);
  return { box, plot: /** @type {PlotElement} */ (/** @type {unknown} */ (plot)) };
}

/** The SVG over the plot: one layer that is cut off at the axes, one that is not. @param {Element} box */
function overlay(box) {
  const svg = draw(box, "svg", { class: "chart-overlay", "aria-hidden": "true" });
  const id = `chart-clip-${clips++}`;
  const clip = draw(draw(draw(svg, "defs"), "clipPath", { id }), "rect");
  const inside = draw(svg, "g", { "clip-path": `url(#${id})` });
  const above = draw(svg, "g");
  return {
    svg, inside, above,
    /** @param {Area} area */
    resize({ left, top, width, height }) {
      set(clip, { x: left, y: top, width, height });
    },
  };
}

/** The size of an element, kept up to date. @param {Element} element @param {() => void} changed */
function measured(element, changed) {
  const size = { width: 0, height: 0 };
  new ResizeObserver(([entry]) => {
    const { width, height } = entry.contentRect;
    if (width === size.width && height === size.height) return;
    Object.assign(size, { width, height });
    changed();
  }).observe(element);
  return size;
}

/**
 * Whether the person is dragging: a redraw would take the zoom box out of the hand.
 *
 * @param {Element} element
 * @param {() => void} released
 */
function held(element, released) {
  let down = false;
  element.addEventListener("pointerdown", () => (down = true), true);
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, () => {
      if (!down) return;
      down = false;
      setTimeout(released); // Plotly finishes its drag on the same event
    }, true);
  }
  return { down: () => down };
}

/** One object over another, branch by branch. @param {any} base @param {any} more @returns {any} */
function over(base, more) {
  if (!isBranch(base) || !isBranch(more)) return more === undefined ? structuredClone(base) : more;
  const names = new Set([...Object.keys(base), ...Object.keys(more)]);
  return Object.fromEntries([...names].map(name => [name, over(base[name], more[name])]));
}

/** @param {unknown} value */
function isBranch(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
