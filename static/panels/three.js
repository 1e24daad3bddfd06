// @ts-check
/**
 * The posts' figure: three dots on the sigmoid, each with its tangent, to be moved along the curve. Where they stand is
 * nobody's business but the reader's: they have nothing to do with the run.
 *
 * @typedef {import("./slopes.js").Scales} Scales
 * @typedef {{name: string, z: number, shape: (x: number, y: number) => string}} Moved
 */

import { draw, say, set, show } from "../charts/svg.js";
import { html, set as mark } from "../dom.js";
import { fixed } from "../numbers.js";
import { along, dotAt, FAR, FIGURE, nudged, told } from "./three-dots.js";
import { tangents } from "./slopes.js";

const LENGTH = 74;
const LINE = 14;
const HEAD = ["x", "sigmoid", "slope"];
/** Right ends of the columns, in pixels from the first; where the chart is narrow there is no room for the middle one. */
const COLUMNS = [36, 80, 118];
const NARROW_COLUMNS = [36, 36, 76];
const NARROW = 280;

/** @param {import("../charts/chart.js").Chart} chart @param {() => void} changed */
export function threeDots({ box, layers }, changed) {
  const group = draw(layers.above, "g", { class: "three", display: "none" });
  const handles = html("div", { class: "three-handles", role: "group", "aria-label": "Three dots on the sigmoid", hidden: true });
  const heads = HEAD.map(text => {
    const head = draw(group, "text", { class: "three-head", "text-anchor": "end" });
    say(head, text);
    return head;
  });
  const zs = FIGURE.map(({ z }) => z);
  const dots = FIGURE.map((dot, i) => drawn(dot, i));
  box.append(handles);
  let highest = 0;
  let scales = /** @type {Scales | null} */ (null);

  /** @param {typeof FIGURE[number]} dot @param {number} i */
  function drawn({ name, shape }, i) {
    const tangent = draw(group, "path", { class: `three-tangent three-${name}` });
    const spot = draw(group, "path", { class: `three-dot three-${name}` });
    const strip = draw(group, "path", { class: `three-dot three-${name}` });
    const key = draw(group, "path", { class: `three-dot three-${name}` });
    const cells = HEAD.map(() => draw(group, "text", { class: "three-number", "text-anchor": "end" }));
    const handle = html("div", {
      class: `three-handle three-${name}`, role: "slider", tabindex: 0, "aria-label": `${name} dot, x`,
      "aria-valuemin": -FAR, "aria-valuemax": FAR, "aria-orientation": "horizontal",
    });
    handles.append(handle);
    handle.addEventListener("keydown", event => {
      const wanted = nudged(zs[i], event.key, event.shiftKey);
      if (wanted === null) return;
      event.preventDefault();
      event.stopPropagation(); // the chart behind it has uses of its own for arrows
      move(i, wanted);
    });
    handle.addEventListener("pointerdown", event => {
      handle.setPointerCapture(event.pointerId);
      handle.style.zIndex = String(++highest); // over the others, should they meet
      handle.focus({ preventScroll: true });
    });
    handle.addEventListener("pointermove", event => {
      if (!scales || !handle.hasPointerCapture(event.pointerId)) return;
      move(i, along(scales.x, event.clientX - box.getBoundingClientRect().left));
    });
    return { shape, tangent, spot, strip, key, cells, handle };
  }

  /** @param {number} i @param {number} z */
  function move(i, z) {
    zs[i] = z;
    changed();
  }

  return {
    /** @param {boolean} shown */
    show(shown) {
      show(group, shown);
      handles.hidden = !shown;
    },
    /** @param {Scales} now */
    paint(now) {
      scales = now;
      const { area, x, out } = now;
      const [left, top] = [area.left + 9, out(1) + 22];
      const narrow = area.width < NARROW;
      const columns = narrow ? NARROW_COLUMNS : COLUMNS;
      heads.forEach((head, i) => set(head, { x: left + columns[i], y: top - LINE + 1 }));
      for (const element of [heads[1], ...dots.map(({ cells }) => cells[1])]) show(element, !narrow);
      dots.forEach(({ shape, tangent, spot, strip, key, cells, handle }, i) => {
        const dot = dotAt(zs[i]);
        const [cx, cy] = [x(dot.z), out(dot.out)];
        set(tangent, { d: tangents([dot], now, LENGTH) });
        set(spot, { d: shape(cx, cy) });
        set(strip, { d: shape(cx, now.slope(dot.slope)) });
        set(key, { d: shape(left, top + i * LINE - 3) });
        [fixed(dot.z, 1), fixed(dot.out, 3), fixed(dot.slope, 3)].forEach((text, j) => {
          say(cells[j], text);
          set(cells[j], { x: left + columns[j], y: top + i * LINE + 1 });
        });
        handle.style.left = `${cx.toFixed(1)}px`;
        handle.style.top = `${cy.toFixed(1)}px`;
        mark(handle, "aria-valuenow", String(dot.z));
        mark(handle, "aria-valuetext", told(dot));
      });
    },
    /** Back to where the figure has them. */
    reset() {
      FIGURE.forEach(({ z }, i) => (zs[i] = z));
    },
  };
}
