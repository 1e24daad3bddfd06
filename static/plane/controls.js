// @ts-check
/** The buttons of the plane: what is done with all balls, where they begin, and how fast they roll. */

import { button, segments } from "../charts/choice.js";
import { html, say } from "../dom.js";
import { whole } from "../numbers.js";
import { CORNERS } from "./balls.js";
import { POSTS_START } from "./field.js";
import { PACES } from "./rolling.js";

/** @typedef {import("./field.js").Pair} Pair */

/** @param {{roll: () => void, step: () => void, putBack: () => void, clear: () => void, begin: (starts: Pair[]) => void, pace: (pace: number) => void}} does */
export function controls(does) {
  const actions = html("div", { class: "plane-row" });
  const starts = html("div", { class: "plane-row" });
  const paces = html("div", { class: "plane-row" }, html("span", { class: "dim" }, "iterations a second"));
  const roll = button(actions, "Roll", "Lets all balls go on, iteration by iteration, until you hold them.", does.roll);
  roll.classList.add("main");
  button(actions, "One step", "One iteration of every ball.", does.step);
  button(actions, "Put back", "Puts every ball where it began.", does.putBack);
  button(actions, "Clear", "Takes all balls away.", does.clear);
  button(starts, "The post’s start", "A ball where seed 1 puts the weights: −0.166, 0.441.", () => does.begin([POSTS_START]));
  button(starts, "Four corners", "A ball near each corner of the map.", () => does.begin(CORNERS));
  const speeds = segments(paces, "Iterations a second on the plane", value => does.pace(Number(value)));
  speeds.offer(PACES.map(value => ({ value: String(value), text: whole(value), sentence: "" })));
  return {
    actions, starts, paces,
    /** @param {boolean} rolling */
    turned: rolling => say(roll, rolling ? "Hold" : "Roll"),
    /** @param {number} pace */
    paced: pace => speeds.select(String(pace)),
  };
}
