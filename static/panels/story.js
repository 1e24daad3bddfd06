// @ts-check
/** The present moment in words: what becomes of the selected example. */

import { readable } from "../cadence.js";
import { html, say } from "../dom.js";
import { small } from "../numbers.js";

/** @param {HTMLElement} element @returns {import("../lab.js").Panel} */
export function storyPanel(element) {
  const moment = html("p", { class: "moment" });
  element.append(moment);
  return {
    paint(state) {
      const { run, frame, controls } = state;
      if (!run || !frame || !controls || !readable(state)) return;
      const outputs = frame.layers[frame.layers.length - 1];
      const output = outputs[controls.row]?.[0];
      const target = run.targets[controls.row]?.[0];
      if (output !== undefined && target !== undefined) say(moment, sentence(controls.row, output, target));
    },
  };
}

/** @param {number} row @param {number} output @param {number} target */
export function sentence(row, output, target) {
  const start = `Example ${row + 1} should give ${target}`;
  if (!Number.isFinite(output)) return `${start}, but its numbers have grown beyond what a computer can hold.`;
  const off = Math.abs(output - target);
  const slope = output * (1 - output);
  const back = `${small(off)} × slope ${small(slope)} = ${small(off * slope)} goes back.`;
  return `${start} and gives ${small(output)}: ${mood(off, slope)}, so an error of ${back}`;
}

/** @param {number} off @param {number} slope */
function mood(off, slope) {
  if (off > 0.5 && slope < 0.05) return "wrong and very sure";
  if (slope < 0.05) return "right and nearly sure";
  if (slope > 0.2) return "undecided";
  return off > 0.5 ? "leaning the wrong way" : "leaning the right way";
}
