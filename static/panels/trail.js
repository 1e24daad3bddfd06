// @ts-check
/**
 * The way that two weights took, over the contour. What was drawn stays as it is; a frame adds only what is new.
 * The last point of a path is never kept: dropping the ball a second time at the same iteration replaces it.
 *
 * @typedef {import("../lab.js").State["path"]} Path
 * @typedef {(value: number) => number} Scale
 */

import { draw, set } from "../charts/svg.js";

/** Pixels: two points nearer than this look like one. */
const NEAR = 0.5;

/** @param {SVGElement} inside */
export function trail(inside) {
  const lines = ["trail-halo", "trail"].map(name => draw(inside, "path", { class: name }));
  const ends = draw(inside, "path", { class: "trail-starts" });
  let done = fresh(NaN);

  return {
    /** The scales changed. */
    forget() {
      done = fresh(NaN);
    },
    /** @param {number} run @param {Path} path @param {[number, number]} now @param {Scale} x @param {Scale} y */
    paint(run, path, now, x, y) {
      const last = path.iterations.length - 1;
      if (!goesOn(done, run, path)) done = fresh(run);
      grow(done, path, last, x, y);
      const whole = { ...done };
      grow(whole, path, last + 1, x, y);
      const head = now.every(Number.isFinite) ? `L${x(now[0]).toFixed(1)} ${y(now[1]).toFixed(1)}` : "";
      const d = whole.path ? whole.path + (whole.down ? head : "") : "";
      for (const line of lines) set(line, { d });
      set(ends, { d: whole.starts });
    },
  };
}

/** @param {number} run */
function fresh(run) {
  const point = /** @type {number[]} */ ([]);
  return { run, path: "", starts: "", count: 0, point, down: false, at: [NaN, NaN] };
}

/** Whether a path is the one drawn, only longer. @param {ReturnType<typeof fresh>} done @param {number} run @param {Path} path */
function goesOn(done, run, path) {
  if (run !== done.run || path.iterations.length <= done.count) return false;
  return done.point.every((value, i) => Object.is(value, pointAt(path, done.count - 1)[i]));
}

/** @param {ReturnType<typeof fresh>} done @param {Path} path @param {number} end @param {Scale} x @param {Scale} y */
function grow(done, path, end, x, y) {
  for (let i = done.count; i < end; i++) {
    const at = [x(path.w0[i]), y(path.w1[i])];
    if (!at.every(Number.isFinite)) {
      done.down = false;
      continue;
    }
    const point = `${at[0].toFixed(1)} ${at[1].toFixed(1)}`;
    if (!done.down) done.starts += `M${point}h0`;
    else if (Math.hypot(at[0] - done.at[0], at[1] - done.at[1]) < NEAR) continue;
    done.path += `${done.down ? "L" : "M"}${point}`;
    [done.down, done.at] = [true, at];
  }
  if (end <= done.count) return;
  done.count = end;
  done.point = pointAt(path, end - 1);
}

/** @param {Path} path @param {number} i */
function pointAt({ iterations, w0, w1 }, i) {
  return [iterations[i], w0[i], w1[i]];
}
