// @ts-check
/** What one ball is handled with: how it rolls, how fast, from where, and the number that its rule goes by. */

import { segments } from "../charts/choice.js";
import { html, say } from "../dom.js";
import { numberCell } from "../pieces/parts.js";
import { within } from "../pieces/typed.js";
import { alphaSlider } from "./alpha.js";
import { FRAME } from "./curves.js";
import { STEP } from "./kept.js";
import { action, explained, named } from "./parts.js";
import { SPEED_CHOICES } from "./runner.js";
import { settings } from "./setting.js";
import { basinOf } from "./survey.js";
import { ranges } from "./verdict.js";

const ENDED = "The ball is at its end: Roll again begins anew, from its start.";
const STUCK = "The ball ends where it starts: put it somewhere else.";

/** @param {{roll: () => void, step: () => void, back: () => void, end: () => void, speed: (name: string) => void, start: (x: number) => void, stride: (step: number) => void, alpha: (alpha: number) => void}} does */
export function rollControls(does) {
  const roll = action("Roll", does.roll, "main");
  const step = action("One step", does.step);
  const end = action("To the end", does.end);
  const speeds = segments(html("span"), "Speed of the ball", does.speed);
  speeds.offer(SPEED_CHOICES);
  const start = numberCell("start of the ball", does.start, within("The start", FRAME.low, FRAME.high));
  const stride = numberCell("step of the sign rule", does.stride, within("The step", STEP.low, STEP.high), "decimal");
  const alpha = alphaSlider(does.alpha);
  const setting = settings(stride.element, alpha.element);

  return {
    row: html("div", { class: "bucket-row" }, roll, step, action("Put back", does.back), end, speeds.group, named("start", start.element)),
    /** The number that the rule goes by, and what it does. */
    setting: setting.element,
    told: alpha.told,
    speed: speeds.select,
    /** @param {boolean} rolls @param {import("./roll.js").Roll} at */
    turned(rolls, at) {
      say(roll, rolls ? "Hold" : at.end && at.count ? "Roll again" : "Roll");
      // From its end it rolls again, if it did not end where it starts.
      explained(roll, at.end && !at.count ? STUCK : "");
      for (const button of [step, end]) explained(button, at.end ? (at.count ? ENDED : STUCK) : "");
    },
    /** What is chosen, and what it does in the bottom that the ball is led to. @param {string} rule @param {import("./kept.js").Chosen} chosen @param {import("./survey.js").Survey} found @param {number} x of the ball */
    chosen(rule, chosen, found, x) {
      start.show(chosen.start);
      stride.show(chosen.step);
      setting.show(rule);
      const basin = found.bottoms[basinOf(found, x)] ?? null;
      const which = found.bottoms.length > 1 && basin ? `Bottom ${found.bottoms.indexOf(basin) + 1}: ` : "";
      alpha.show(chosen.alpha, basin, which);
      if (rule === "sign") alpha.tell("Steep or almost level, every step is as long as this.");
      if (rule === "slope" && basin) alpha.tell(`${which}Without alpha is the same as alpha = 1. ${ranges(basin, 1).text}`, true);
    },
    /** There is no ball. @param {string} rule */
    blank(rule) {
      setting.show(rule);
      for (const cell of [start, stride]) cell.input.value = "–";
      alpha.blank();
      say(roll, "Roll");
    },
  };
}
