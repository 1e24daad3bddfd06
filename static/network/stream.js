// @ts-check
/**
 * What goes along the lines while the run stands on a line of the program: values from left to right, deltas from right
 * to left, and how far each weight moves. It arrives in half a second and stays, with heads that show where it went.
 *
 * @typedef {import("./scene.js").Scene} Scene
 * @typedef {import("./phase.js").Stream} Stream
 */

import { svg } from "../dom.js";
import { curve, curveBack } from "./geometry.js";
import { largest } from "./phase.js";
import { headOf } from "./scene.js";

/** So many, the largest, are drawn: the others could not be told apart. */
const MOST = 64;
const DURATION = 520;
const ARRIVING = [
  { strokeDasharray: "1 1", strokeDashoffset: 1, markerEnd: "none" },
  { strokeDasharray: "1 1", strokeDashoffset: 0, markerEnd: "none" },
];
const MOVING = [{ strokeOpacity: 0 }, { strokeOpacity: 0.75 }, {}];

/**
 * @param {Scene} scene
 * @param {Stream | null} stream
 * @param {number[][][]} weights after the move
 * @param {boolean} moving whether it is seen to come
 */
export function drawStream(scene, stream, weights, moving) {
  const lines = stream ? strongest(stream).map(one => lineOf(scene, stream, weights, one)) : [];
  scene.stream.replaceChildren(...lines);
  if (!moving || !stream || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const frames = stream.way === "move" ? MOVING : ARRIVING;
  for (const line of lines) line.animate(frames, { duration: DURATION, easing: "ease-in-out" });
}

/** @param {Stream} stream */
function strongest({ by }) {
  return by.flatMap((line, from) => line.map((value, to) => ({ from, to, value })))
    .filter(({ value }) => Number.isFinite(value) && value !== 0)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, MOST);
}

/**
 * @param {Scene} scene
 * @param {Stream} stream
 * @param {number[][][]} weights
 * @param {{from: number, to: number, value: number}} one
 */
function lineOf({ layout }, { synapse, way, by }, weights, { from, to, value }) {
  const [start, end] = [layout.spots[synapse][from], layout.spots[synapse + 1][to]];
  const share = Math.abs(value) / largest(by);
  const width = (0.8 + share * (layout.thickest - 0.8) * 0.8).toFixed(2);
  if (way !== "move") {
    // The line ends where its head begins.
    const short = (/** @type {import("./geometry.js").Spot} */ spot) => ({ ...spot, r: spot.r + headOf(layout) });
    const d = way === "back" ? curveBack(short(start), end) : curve(start, short(end));
    return svg("path", { class: `flow ${way}`, d, pathLength: 1, "stroke-width": width, "marker-end": `url(#network-${way})` });
  }
  // A weight goes towards nought where its move has the other sign than it has.
  const weaker = (weights[synapse][from][to] - value) * value < 0;
  const sign = value < 0 ? "negative" : "positive";
  return svg("path", { class: `flow move ${sign} ${weaker ? "weaker" : "stronger"}`, d: curve(start, end), "stroke-width": (share * 14 + 1).toFixed(2) });
}
