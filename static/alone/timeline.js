// @ts-check
/**
 * The thumb that goes to any iteration, and the edits as marks under it.
 *
 * @typedef {{iteration: number, label: string}} Mark
 */

import { html, set } from "../dom.js";
import { whole } from "../numbers.js";
import { spread } from "./spread.js";

/** A mark's share of the line, so that they do not run together. */
const SHARE = 0.01;

/** @param {HTMLInputElement} input @param {HTMLElement} track @param {Mark[]} marks @param {(iteration: number) => void} go */
export function timeline(input, track, marks, go) {
  let drawn = 0;
  const ticks = marks.map(({ iteration, label }) => html("b", { title: `${whole(iteration)}: ${label}` }));
  track.append(...ticks);

  input.addEventListener("input", () => go(Number(input.value)));

  /** @param {number} last the end of the line @param {number} reach @param {number} iteration @param {number | null} goal */
  return (last, reach, iteration, goal) => {
    if (last !== drawn) {
      input.max = String(last);
      const places = marks.map(({ iteration }) => iteration / Math.max(1, last));
      const seen = new Set(spread(places, SHARE));
      ticks.forEach((tick, i) => {
        tick.hidden = places[i] > 1 || !seen.has(i);
        tick.style.left = `${100 * places[i]}%`;
      });
      drawn = last;
    }
    const at = goal ?? iteration;
    if (input.value !== String(at)) input.value = String(at);
    const line = input.parentElement ?? input;
    line.style.setProperty("--fill", String(at / Math.max(1, last)));
    line.style.setProperty("--known", String(reach / Math.max(1, last)));
    set(input, "aria-valuetext", `iteration ${whole(iteration)} of ${whole(last)}`);
  };
}
