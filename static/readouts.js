// @ts-check
/** How far the run is and how good it is: the two numbers, the timeline with its marks, and why nothing moves. */

import { find, html, say, set } from "./dom.js";
import { errorText, powers, whole } from "./numbers.js";
import { gistOf } from "./story/actions.js";

/** More marks than this would be a smear; the newest ones count. */
const MOST_MARKS = 60;
/** The reason why nothing moves is not reworded more often than this while it trains, in ms. */
const STEADY_FOR = 2_000;
/** A count of more characters than this is written smaller. */
const LONG = 9;

/** @param {HTMLElement} transport @param {HTMLElement} why @returns {import("./lab.js").Panel} */
export function readouts(transport, why) {
  const iteration = find("#iteration", transport);
  const error = find("#error", transport);
  const track = find(".track", transport);
  const bar = find("i", track);
  const latest = find("#latest", transport);
  let explained = { gist: "", at: 0 };
  /** @type {unknown} */
  let drawnMarks = null;
  let drawnStop = 0;

  /** The numbers in it change with every frame; read aloud, that would never end. @param {string} sentence @param {boolean} playing */
  function explain(sentence, playing) {
    const gist = sentence.replace(/[\d.,e+−-]+/g, "#");
    const now = performance.now();
    if (playing && gist === explained.gist && now - explained.at < STEADY_FOR) return;
    explained = { gist, at: now };
    say(why, powers(sentence));
  }

  /** @param {import("./messages.js").Mark[]} marks @param {number} stop */
  function drawMarks(marks, stop) {
    const inside = marks.filter(mark => mark.iteration <= stop).slice(-MOST_MARKS);
    const ticks = inside.map(mark => html("b", { style: `left: ${(100 * mark.iteration) / stop}%` }));
    track.replaceChildren(bar, ...ticks);
    const last = marks[marks.length - 1];
    say(latest, last ? `${whole(last.iteration)}: ${last.label}` : "");
    latest.title = latest.textContent ?? ""; // there may be no room for all of it
    [drawnMarks, drawnStop] = [marks, stop];
  }

  return {
    paint({ frame, controls, marks }) {
      if (!frame || !controls) return;
      const count = whole(frame.iteration);
      say(iteration, count);
      set(iteration, "data-long", String(count.length > LONG));
      set(iteration, "data-value", String(frame.iteration));
      say(error, errorText(frame.error));
      set(error, "data-value", String(frame.error));
      explain(frame.why ? gistOf(frame.why) : "", controls.playing);
      const stop = Math.max(1, controls.stop_iteration);
      set(bar, "style", `transform: scaleX(${Math.min(1, frame.iteration / stop).toFixed(4)})`);
      set(track, "aria-valuemax", String(stop));
      set(track, "aria-valuenow", String(Math.min(stop, frame.iteration)));
      if (marks !== drawnMarks || stop !== drawnStop) drawMarks(marks, stop);
    },
  };
}
