// @ts-check
/** Which error is drawn, and how much of the weight's axis: kept for the next visit. */

import { segments } from "../charts/choice.js";
import { html } from "../dom.js";
import { browserMemory } from "../memory.js";
import { REACHES } from "./range.js";
import { KINDS } from "./words.js";

/** @typedef {import("./words.js").Kind} Kind @typedef {keyof typeof REACHES} Reach */

const REACH_WORDS = [
  { value: "all", text: "−10 … 10", sentence: "From −10 to 10, or farther where the weight is." },
  { value: "near", text: "± 1", sentence: "Close to the ball: 1 to either side." },
  { value: "nearest", text: "± 0.1", sentence: "So close that a curve looks straight: then the slope says all." },
];

/** @param {() => void} changed */
export function choices(changed) {
  const element = html("div", { class: "slice-choices" });
  let kind = /** @type {Kind} */ (kept("slice.kind", KINDS, "squares"));
  let reach = /** @type {Reach} */ (kept("slice.reach", REACHES, "all"));
  const kinds = segments(element, "Which error", value => choose(/** @type {Kind} */ (value), reach));
  kinds.offer(Object.entries(KINDS).map(([value, words]) => ({ value, ...words })));
  const reaches = segments(element, "How much of the weight’s axis", value => choose(kind, /** @type {Reach} */ (value)));
  reaches.offer(REACH_WORDS);
  present();

  /** @param {Kind} wantedKind @param {Reach} wantedReach */
  function choose(wantedKind, wantedReach) {
    [kind, reach] = [wantedKind, wantedReach];
    browserMemory.set("slice.kind", kind);
    browserMemory.set("slice.reach", reach);
    present();
    changed();
  }

  function present() {
    kinds.select(kind);
    reaches.select(reach);
  }

  return { element, kind: () => kind, reach: () => reach };
}

/** @param {string} name @param {object} known @param {string} otherwise */
function kept(name, known, otherwise) {
  const value = browserMemory.get(name) ?? otherwise;
  return Object.hasOwn(known, value) ? value : otherwise;
}
