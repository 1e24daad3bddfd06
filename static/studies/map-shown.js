// @ts-check
/** What the cells of a map show, of the seeds of each: this browser remembers it. Of a single seed there is nothing to choose. */

import { segments } from "../charts/choice.js";
import { html, say } from "../dom.js";
import { browserMemory } from "../memory.js";

/** @typedef {import("./map-cells.js").Shown} Shown */

const KEY = "map-shown";
const SHOWN = /** @type {Shown[]} */ (["middle", "best", "worst", "solved"]);

/** @param {number} within how near every answer of a run that solves the task is to its target */
const choices = within => [
  { value: "middle", text: "middle", sentence: "The error of the seed in the middle: as many end better as worse. Of an even count it is the better of the two in the middle." },
  { value: "best", text: "best", sentence: "The error of the luckiest seed." },
  { value: "worst", text: "worst", sentence: "The error of the unluckiest seed." },
  { value: "solved", text: "share solved", sentence: `How many of the seeds have every answer within ${within} of its target.` },
];

/** @param {() => void} changed */
export function shownChoice(changed) {
  const lead = html("span");
  const choice = segments(html("span"), "what a cell shows", value => {
    wanted = /** @type {Shown} */ (value);
    browserMemory.set(KEY, value);
    changed();
  });
  let wanted = SHOWN.find(value => value === browserMemory.get(KEY)) ?? "middle";
  return {
    elements: [lead, choice.group],
    /** What is shown of a result. @param {import("../messages.js").SweepResult} result @returns {Shown} */
    of({ seeds, solved_within: within }) {
      const single = seeds === 1;
      const shown = single ? "middle" : wanted;
      choice.offer(choices(within));
      choice.group.hidden = single;
      choice.select(shown);
      say(lead, single ? "each cell: its error" : "each cell, of its seeds:");
      return shown;
    },
  };
}
