// @ts-check
/** What a crowd of balls is handled with: how they roll, how many, how fast, from where, and by which alpha. */

import { segments } from "../charts/choice.js";
import { html, say } from "../dom.js";
import { numberCell } from "../pieces/parts.js";
import { seedOf } from "../pieces/typed.js";
import { alphaSlider } from "./alpha.js";
import { action, explained, named } from "./parts.js";
import { SPEED_CHOICES } from "./runner.js";
import { sharpest } from "./survey.js";

const ENDED = "All of them are at their ends: Roll again drops them anew.";

/** @param {{roll: () => void, back: () => void, end: () => void, more: () => void, speed: (name: string) => void, manner: (name: "even" | "random") => void, seed: (seed: number) => void, alpha: (alpha: number) => void}} does */
export function crowdControls(does) {
  const roll = action("Roll all", does.roll, "main");
  const end = action("To the end", does.end);
  const speeds = segments(html("span"), "Speed of the balls", does.speed);
  speeds.offer(SPEED_CHOICES);
  const manner = segments(html("span"), "How the balls are placed", name => does.manner(name === "even" ? "even" : "random"));
  manner.offer([
    { value: "random", text: "at random", sentence: "A hundred random places: the seed says which." },
    { value: "even", text: "evenly", sentence: "A hundred places, each as far from the next." },
  ]);
  const seed = numberCell("seed of the balls", does.seed, seedOf, "numeric");
  const alpha = alphaSlider(does.alpha);
  const buttons = [roll, action("Put all back", does.back), end, action("Drop one more", does.more)];

  return {
    elements: [html("div", { class: "bucket-row" }, ...buttons, speeds.group, manner.group, named("seed", seed.element)), alpha.element, alpha.told],
    /** @param {boolean} rolls @param {boolean} over whether all are at their ends */
    turned(rolls, over) {
      say(roll, rolls ? "Hold" : over ? "Roll again" : "Roll all");
      explained(end, over ? ENDED : "");
    },
    /** What is chosen. @param {import("./kept.js").Kept} kept */
    chosen({ speed, balls }) {
      speeds.select(speed);
      manner.select(balls.manner);
      seed.show(balls.seed);
    },
    /** The alpha, and what it does in the bottom that lets go first. @param {number} rate @param {import("./survey.js").Survey} found */
    rate(rate, found) {
      const first = sharpest(found);
      alpha.show(rate, found.bottoms[first] ?? null, found.bottoms.length > 1 ? `The sharpest bottom, ${first + 1}: ` : "");
    },
    /** There is no curve. */
    blank() {
      say(roll, "Roll all");
      alpha.blank();
    },
  };
}
