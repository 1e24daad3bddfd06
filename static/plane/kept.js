// @ts-check
/** What the plane remembers in this tab: its alpha, its pace, its balls. */

import { tabMemory } from "../memory.js";
import { alphaOf } from "./alpha.js";
import { collection } from "./balls.js";
import { PACES } from "./rolling.js";

export function recalled() {
  const alpha = alphaOf(tabMemory.get("plane.alpha") ?? "");
  return {
    alpha: "value" in alpha ? alpha.value : 1,
    pace: PACES.find(choice => String(choice) === tabMemory.get("plane.pace")) ?? 100,
    balls: collection(tabMemory.get("plane.balls")),
  };
}

/** @param {Partial<ReturnType<typeof recalled>>} what */
export function remember({ alpha, pace, balls }) {
  if (alpha !== undefined) tabMemory.set("plane.alpha", String(alpha));
  if (pace !== undefined) tabMemory.set("plane.pace", String(pace));
  if (balls) tabMemory.set("plane.balls", balls.text());
}
