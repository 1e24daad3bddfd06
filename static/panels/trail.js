// @ts-check
/**
 * The way that two weights took, over the contour. What was drawn stays as it is; a frame adds only what is new.
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
  let done = fresh();

  return {
    /** The scales changed. */
    forget() {
      done = fresh();
    },
    /** @param {Path} path @param {[number, number]} now @param {Scale} x @param {Scale} y */
    paint(path, now, x, y) {
      if (path.iterations.length < done.count || path.iterations[done.count - 1] !== done.until) done = fresh();
      grow(done, path, x, y);
      const head = now.every(Number.isFinite) ? `L${x(now[0]).toFixed(1)} ${y(now[1]).toFixed(1)}` : "";
      const d = done.path ? done.path + (done.down ? head : "") : "";
      for (const line of lines) set(line, { d });
      set(ends, { d: done.starts });
    },
  };
}

function fresh() {
  return { path: "", starts: "", count: 0, until: /** @type {number | undefined} */ (undefined), down: false, at: [NaN, NaN] };
}

/** @param {ReturnType<typeof fresh>} done @param {Path} path @param {Scale} x @param {Scale} y */
function grow(done, { iterations, w0, w1 }, x, y) {
  for (let i = done.count; i < iterations.length; i++) {
    const at = [x(w0[i]), y(w1[i])];
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
  done.count = iterations.length;
  done.until = iterations.at(-1);
}
