// @ts-check
/**
 * The way that two weights took, over the error surface. What was drawn stays as it is; a frame adds only what is new.
 * The last point of a path is never kept: dropping the ball a second time at the same iteration replaces it.
 *
 * @typedef {import("../lab.js").State["path"]} Path of any two weights
 * @typedef {(w0: number, w1: number) => number[]} Place the pixel of two weights; not finite where it is not to be drawn
 */

import { draw, set } from "../charts/svg.js";

/** Pixels: two points nearer than this look like one. */
const NEAR = 0.5;

/**
 * @param {SVGElement} inside
 * @param {string[]} names classes of its lines, from below
 * @param {string} [starting] class of the dots where it begins
 */
export function trail(inside, names, starting) {
  const lines = names.map(name => draw(inside, "path", { class: name }));
  const ends = starting ? draw(inside, "path", { class: starting }) : null;
  let done = fresh(NaN);

  return {
    /** Everything stands elsewhere now. */
    forget() {
      done = fresh(NaN);
    },
    /** @param {number} run @param {Path} path @param {number[]} now @param {Place} place */
    paint(run, path, now, place) {
      const last = path.iterations.length - 1;
      if (!goesOn(done, run, path)) done = fresh(run);
      grow(done, path, last, place);
      const whole = { ...done };
      grow(whole, path, last + 1, place);
      const [x, y] = place(now[0], now[1]);
      const head = Number.isFinite(x) && Number.isFinite(y) ? `L${x.toFixed(1)} ${y.toFixed(1)}` : "";
      const d = whole.path ? whole.path + (whole.down ? head : "") : "";
      for (const line of lines) set(line, { d });
      if (ends) set(ends, { d: whole.starts });
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

/** @param {ReturnType<typeof fresh>} done @param {Path} path @param {number} end @param {Place} place */
function grow(done, path, end, place) {
  for (let i = done.count; i < end; i++) {
    const at = place(path.w0[i], path.w1[i]);
    if (!Number.isFinite(at[0]) || !Number.isFinite(at[1])) {
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
