// @ts-check
/** What is chosen over the stage: what is done with the ball, and on which curve; and that in words. */

import { segments } from "../charts/choice.js";
import { brief } from "../numbers.js";
import { CURVES } from "./curves.js";
import { DRAWN } from "./kept.js";
import { RULES } from "./rules.js";

const MODES = [
  { value: "hand", text: "By hand", sentence: "You move the ball, and see only the slope under it." },
  { value: "roll", text: "Three rules", sentence: "The ball moves by a rule: watch it converge, bounce, flee or get trapped." },
  { value: "crowd", text: "A hundred balls", sentence: "A hundred balls at once, and how few places they end in." },
];
const OFFERED = [
  ...Object.values(CURVES).map(({ name, title, sentence }) => ({ value: name, text: title, sentence })),
  { value: DRAWN, text: "Draw your own", sentence: "Any curve you like: draw it across the frame." },
];

/** The words of what is chosen. @param {{value: string, text: string}[]} choices @param {string} value */
const textOf = (choices, value) => choices.find(choice => choice.value === value)?.text ?? "";

/**
 * @param {HTMLElement} place
 * @param {import("./kept.js").Kept} kept
 * @param {{mode: (name: string) => void, curve: (name: string) => void}} choose
 */
export function choices(place, kept, choose) {
  const modes = segments(place, "What to do with the ball", choose.mode);
  const curves = segments(place, "The curve", choose.curve);
  modes.offer(MODES);
  curves.offer(OFFERED);
  return {
    show() {
      modes.select(kept.mode);
      curves.select(kept.curve);
    },
    /** What a saved picture is of. @param {number} rate the alpha of the curve */
    words(rate) {
      const rule = kept.mode === "roll" ? RULES[kept.rule].code[1] : "";
      const alpha = kept.mode === "crowd" || (kept.mode === "roll" && kept.rule === "alpha") ? `alpha ${brief(rate)}` : "";
      return [textOf(OFFERED, kept.curve), textOf(MODES, kept.mode), rule, alpha].filter(Boolean).join(" · ");
    },
  };
}
