// @ts-check
/** What became of a run that came by a link: on its way, there with the same bits, or there with others. */

import { html, say, set } from "./dom.js";
import { whole } from "./numbers.js";

const SAME = "Same bits as the run that was shared";
const OTHER = "Not the same bits as the run that was shared";
const WHY = "Every weight is equal to what it was where the link was made, to the last bit.";
const WHY_NOT = "Some weight has other bits than where the link was made. Another version of the lab may reckon otherwise, and so does one that trains with numpy in the place of its compiled kernel, or a network so large that it trains by matrix routines. What you see is what this lab makes of the same settings.";
const WHY_WAY = "A link holds the settings and every change, and no weights: they are trained again here.";

/**
 * @param {Pick<import("./lab.js").State, "arrival" | "controls">} state
 * @returns {{text: string, kind: "way" | "same" | "other" | "", why: string}}
 */
export function arrivalWords({ arrival, controls }) {
  if (arrival?.same === true) return { text: SAME, kind: "same", why: WHY };
  if (arrival?.same === false) return { text: OTHER, kind: "other", why: WHY_NOT };
  if (!arrival || controls?.catching_up == null) return { text: "", kind: "", why: "" };
  return { text: `Training again to iteration ${whole(arrival.iteration)}…`, kind: "way", why: WHY_WAY };
}

/** @param {HTMLElement} place @param {import("./lab.js").Lab} lab */
export function arrivalChip(place, lab) {
  const words = html("span", { tabindex: 0 });
  const close = html("button", { type: "button", class: "icon", "aria-label": "Dismiss" }, "×");
  const stop = html("button", { type: "button", class: "plain" }, "Stop here");
  place.append(words, stop, close);
  /** The run of which nothing more is to be said. @type {number | null} */
  let dismissed = null;
  close.addEventListener("click", () => {
    dismissed = lab.state().run?.run ?? null;
    place.hidden = true;
  });
  stop.addEventListener("click", () => lab.send({ type: "pause" }));
  return {
    /** @param {import("./lab.js").State} state */
    update(state) {
      const { text, kind, why } = arrivalWords(state);
      place.hidden = text === "" || state.run?.run === dismissed;
      set(place, "data-kind", kind);
      stop.hidden = kind !== "way";
      say(words, text);
      set(words, "data-explain", why);
    },
  };
}
