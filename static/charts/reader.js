// @ts-check
/** A curve for those who read with the keyboard or by ear: arrow keys go from point to point. */

import { voice } from "./voice.js";

/** @type {Record<string, (at: number, last: number, far: boolean) => number>} */
const KEYS = {
  ArrowLeft: (at, last, far) => Math.max(0, at - (far ? Math.ceil(last / 20) : 1)),
  ArrowRight: (at, last, far) => Math.min(last, at + (far ? Math.ceil(last / 20) : 1)),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * @param {import("./chart.js").Chart} chart
 * @param {object} told
 * @param {(point: number) => string} told.spoken
 * @param {(point: number) => void} told.show
 * @param {() => void} told.leave
 */
export function reader({ box }, { spoken, show, leave }) {
  const speak = voice(box, "");
  let [at, count] = [-1, 0];

  box.addEventListener("keydown", event => {
    const move = KEYS[event.key];
    if (!move || !count) return;
    event.preventDefault();
    at = move(at < 0 ? count - 1 : Math.min(at, count - 1), count - 1, event.shiftKey);
    show(at);
    speak(spoken(at));
  });
  box.addEventListener("blur", leave);

  return {
    /**
     * @param {number} points of the curve
     * @param {string} description
     */
    refresh(points, description) {
      count = points;
      if (document.activeElement !== box) at = -1;
      box.setAttribute("aria-label", description);
    },
  };
}
