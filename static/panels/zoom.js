// @ts-check
/**
 * What the person zoomed to, in values, so that it survives every redraw and a change of axes. Plotly's own memory of
 * it would end in its first range of all, on a double click.
 *
 * @typedef {import("./curve-view.js").View} View
 * @typedef {{x: [number, number] | null, y: [number, number] | null}} Zoom
 */

import { ownRange } from "../charts/axes.js";

/** @param {() => View | undefined} shown what Plotly drew last @param {() => void} changed */
export function zoomable(shown, changed) {
  const zoom = /** @type {Zoom} */ ({ x: null, y: null });

  function reset() {
    zoom.x = zoom.y = null;
    changed();
  }

  /** @param {Record<string, number>} change of Plotly's layout, in its own names */
  function zoomed(change) {
    const view = shown();
    for (const name of /** @type {const} */ (["x", "y"])) {
      const range = [0, 1].map(end => change[`${name}axis.range[${end}]`]);
      if (view && range[0] !== undefined) zoom[name] = ownRange(range, view[name].log);
    }
    changed();
  }

  const on = { plotly_relayout: zoomed, plotly_doubleclick: reset };
  return { zoom, reset, on, isOn: () => zoom.x !== null || zoom.y !== null };
}
