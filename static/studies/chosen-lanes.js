// @ts-check
/** Which lane of a race, or cell of a map, was chosen to be told of. This tab remembers it of each over a reload, as long as there is that study. */

import { keyOf } from "../chosen.js";
import { parsed, tabMemory } from "../memory.js";

/** @typedef {import("../messages.js").StudyRow} StudyRow */

/** @param {StudyRow["purpose"]} purpose @param {() => StudyRow[]} studies those there are */
export function chosenLanes(purpose, studies) {
  const key = `chosen-lanes-${purpose}`;
  /** By race. @type {Record<string, number>} */
  let lanes = parsed(tabMemory.get(key));
  return {
    /** Undefined: none was chosen. @param {StudyRow | null} race @returns {number | undefined} */
    of: race => lanes[keyOf(race)],
    /** @param {StudyRow | null} race @param {number} lane */
    choose(race, lane) {
      const there = studies().map(keyOf);
      lanes = Object.fromEntries(Object.entries({ ...lanes, [keyOf(race)]: lane }).filter(([race]) => there.includes(race)));
      tabMemory.set(key, JSON.stringify(lanes));
    },
  };
}
