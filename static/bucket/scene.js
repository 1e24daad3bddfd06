// @ts-check
/**
 * One ball on its curve: the slope under it, the step that comes next, and the hops that led here.
 *
 * @typedef {import("./curves.js").Curve} Curve
 * @typedef {import("./plot.js").Plot} Plot
 */

import { draw, set, show } from "../charts/svg.js";
import { FRAME } from "./curves.js";

/** How many of the newest hops are drawn. */
const HOPS = 80;
/** Pixels from the ball to either end of the slope's line. */
const REACH = 44;
/** A step longer than this is a hop through the air, a shorter one a roll along the curve. */
const HOP = 0.35;
const RADIUS = 8;

/** @param {Plot} plot */
export function scene(plot) {
  const hops = draw(plot.inside, "path", { class: "bucket-hops" });
  const prints = draw(plot.inside, "path", { class: "bucket-prints" });
  const line = draw(plot.inside, "path", { class: "bucket-slope" });
  const next = draw(plot.over, "path", { class: "bucket-next" });
  const ball = draw(plot.over, "circle", { class: "bucket-ball", r: RADIUS });
  const away = draw(plot.over, "path", { class: "bucket-away" });
  const all = [hops, prints, line, next, ball, away];

  const turn = (/** @type {boolean} */ shown) => all.forEach(element => show(element, shown));
  turn(false);

  return {
    show: turn,
    /**
     * @param {object} what
     * @param {Curve} what.curve
     * @param {number} what.x
     * @param {number} [what.y] in the air, or where no height is told
     * @param {number | null} what.to where the next step leads; null: nowhere
     * @param {{x: number}[]} [what.way] the places of the newest steps, oldest first
     */
    paint({ curve, x, y = curve.value(x), to, way = [] }) {
      const [px, py] = [within(plot.x(x), plot.left, plot.right), within(plot.y(y), plot.top + 2 * RADIUS, plot.bottom) - RADIUS];
      set(ball, { cx: px, cy: py });
      const slope = curve.slope(x);
      // In pixels, so that the line is as long wherever it lies.
      const [across, down] = [plot.x(1) - plot.x(0), (plot.y(1) - plot.y(0)) * slope];
      const scale = REACH / Math.hypot(across, down);
      const middle = plot.y(y);
      set(line, { d: `M${px - across * scale} ${middle - down * scale}L${px + across * scale} ${middle + down * scale}` });
      const outside = x < FRAME.low || x > FRAME.high || y > FRAME.top;
      show(line, !outside);
      set(away, { d: outside ? beyond(px, py, x, y) : "" });
      set(next, { d: to === null || outside ? "" : arrow(px, py, within(plot.x(to), plot.left, plot.right)) });
      const marks = way.slice(-HOPS).map(point => `${plot.x(point.x).toFixed(1)} ${plot.y(curve.value(point.x)).toFixed(1)}`);
      set(hops, { d: marks.length > 1 ? `M${marks.join("L")}` : "" });
      set(prints, { d: marks.map(mark => `M${mark}h0`).join("") });
    },
  };
}

/**
 * Where the ball is on its way from one place to another.
 *
 * @param {Curve} curve
 * @param {number} from
 * @param {number} to
 * @param {number} share of the way, 0 to 1
 */
export function between(curve, from, to, share) {
  const eased = share * share * (3 - 2 * share);
  const x = from + (to - from) * eased;
  if (Math.abs(to - from) < HOP) return { x, y: curve.value(x) };
  const [low, high] = [curve.value(from), curve.value(to)];
  const chord = low + (high - low) * eased;
  return { x, y: Math.max(chord, curve.value(x)) + Math.min(0.8, 0.2 * Math.abs(to - from)) * 4 * eased * (1 - eased) };
}

/** @param {number} pixel @param {number} low @param {number} high */
function within(pixel, low, high) {
  return Number.isFinite(pixel) ? Math.min(high, Math.max(low, pixel)) : high;
}

/** @param {number} from @param {number} y @param {number} to */
function arrow(from, y, to) {
  const way = Math.sign(to - from);
  const begin = from + way * (RADIUS + 3);
  if (Math.abs(to - from) < RADIUS + 5) return `M${begin} ${y - 4}l${4 * way} 4l${-4 * way} 4`;
  return `M${begin} ${y}H${to}M${to - 5 * way} ${y - 4}l${5 * way} 4l${-5 * way} 4`;
}

/** An arrow at the edge over which it left. @param {number} px @param {number} py @param {number} x @param {number} y */
function beyond(px, py, x, y) {
  if (y > FRAME.top && x > FRAME.low && x < FRAME.high) return `M${px - 6} ${py + 22}l6 -7l6 7`;
  const way = x > FRAME.high ? 1 : -1;
  return `M${px - 18 * way} ${py - 6}l${7 * way} 6l${-7 * way} 6`;
}
