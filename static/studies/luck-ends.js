// @ts-check
/** The best, the middle and the worst start of many, each to be opened. */

import { html, say, set } from "../dom.js";
import { small } from "../numbers.js";
import { capital } from "../story/wording.js";
import { middleOf, middleWords } from "./luck-ranks.js";

/** @typedef {import("./luck-ranks.js").Start} Start */

const ENDS = /** @type {[name: string, of: (starts: Start[]) => Start][]} */ ([
  ["best", starts => starts[0]],
  ["middle", middleOf],
  ["worst", starts => starts[starts.length - 1]],
]);

/** @param {(start: Start) => void} open */
export function luckEnds(open) {
  /** @type {Start[]} */
  let starts = [];
  const buttons = ENDS.map(([name, of]) => {
    const seed = html("b");
    const error = html("span", { class: "luck-error" });
    const button = html("button", { type: "button", class: "luck-end" }, html("span", {}, name), seed, error);
    button.addEventListener("click", () => open(of(starts)));
    return { name, of, seed, error, button };
  });
  return {
    element: html("div", { class: "luck-ends", role: "group", "aria-label": "Open a run" }, ...buttons.map(({ button }) => button)),
    /** @param {Start[]} ranked best first, at least one */
    paint(ranked) {
      starts = ranked;
      for (const { name, of, seed, error, button } of buttons) {
        const start = of(ranked);
        say(seed, `seed ${start.seed}`);
        say(error, small(start.error));
        if (name === "middle") set(button, "data-explain", `${capital(middleWords(ranked.length))}. Pressing it opens its run.`);
        set(button, "aria-label", `Open the ${name} run: seed ${start.seed}, error ${small(start.error)}`);
      }
    },
  };
}
