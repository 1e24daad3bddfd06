// @ts-check
/** How far the run is and how good it is: the two numbers, the newest change, and why nothing moves. */

import { find, say, set } from "./dom.js";
import { errorText, powers, whole } from "./numbers.js";
import { gistOf } from "./story/actions.js";

/** The reason why nothing moves is not reworded more often than this while it trains, in ms. */
const STEADY_FOR = 2_000;
/** A count of more characters than this is written smaller. */
const LONG = 9;

/** @param {HTMLElement} transport @param {HTMLElement} why @returns {import("./lab.js").Panel} */
export function readouts(transport, why) {
  const iteration = find("#iteration", transport);
  const error = find("#error", transport);
  const latest = find("#latest", transport);
  let explained = { gist: "", at: 0 };

  /** The numbers in it change with every frame; read aloud, that would never end. @param {string} sentence @param {boolean} playing */
  function explain(sentence, playing) {
    const gist = sentence.replace(/[\d.,e+−-]+/g, "#");
    const now = performance.now();
    if (playing && gist === explained.gist && now - explained.at < STEADY_FOR) return;
    explained = { gist, at: now };
    say(why, powers(sentence));
  }

  /** @param {import("./messages.js").Mark | undefined} mark */
  function tellLatest(mark) {
    const text = mark ? `${whole(mark.iteration)}: ${mark.label}` : "";
    say(latest, text);
    set(latest, "title", text); // there may be no room for all of it
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
      tellLatest(marks.findLast(mark => mark.iteration <= frame.iteration));
    },
  };
}
