// @ts-check
/** The race of the hidden sizes: the same alpha and seed with more and more units, by iterations or by what they cost. */

import { segments } from "../charts/choice.js";
import { find, html, say } from "../dom.js";
import { browserMemory } from "../memory.js";
import { studyForm } from "./form.js";
import { raceView } from "./race-view.js";
import { costWords, weightsOf } from "./size-cost.js";
import { sizesNone } from "./size-none.js";

/** @typedef {import("../messages.js").RaceResult} RaceResult */

const EMPTY = "Does a larger hidden layer learn faster? Runs that differ in their hidden size alone will go side by side here, by " +
  "iterations and by what those cost: more units may need fewer of them, but each is more work.";
const KEY = "size-race-across";
const CHOICES = [
  { value: "iterations", text: "iterations", sentence: "The curves by iterations, however much work each iteration is." },
  { value: "cost", text: "cost", sentence: "The curves by weights × iterations: every iteration multiplies each weight with each example, so the work grows with both." },
];

/** @param {HTMLElement} page @param {import("../lab.js").Lab} lab */
export function sizeRace(page, lab) {
  const form = studyForm(lab, {
    purpose: "sizes", verb: "start_race", name: "the race of sizes", of: "present", start: "Race",
    fields: { hidden_sizes: "1 2 3 4 8 16 32 64", alphas: "", iterations: "60000" },
  });
  const none = sizesNone(form);
  const alphas = form.element.querySelector("[aria-label^=alphas]");
  alphas?.setAttribute("placeholder", "the run’s");
  const invitation = html("button", { type: "button", class: "plain study-start" }, "Race 1 to 64 units");
  invitation.addEventListener("click", () => form.element.requestSubmit());
  const tools = html("div", { class: "size-tools" }, html("span", {}, "across:"));
  const choice = segments(tools, "the axis across", value => {
    across = value;
    browserMemory.set(KEY, value);
    choice.select(value);
    view.again();
  });
  let across = browserMemory.get(KEY) === "cost" ? "cost" : "iterations";
  choice.offer(CHOICES);
  choice.select(across);
  const view = raceView(lab, {
    form, tools, purpose: "sizes", name: "the race of sizes", file: "hidden-sizes", empty: EMPTY, invitations: [invitation],
    costs: race => (across === "cost" ? weights(race) : null),
  });
  const cost = html("p", { class: "size-cost" });
  page.append(form.element, none.element, ...view.elements);
  find(".study-head", page).append(tools);
  find(".race-summary", page).after(cost);
  let told = /** @type {RaceResult | null} */ (null);

  /** @param {RaceResult} race */
  function weights({ lanes }) {
    const { run } = lab.state();
    return weightsOf(lanes, (run?.inputs[0]?.length ?? 0) + (run?.targets[0]?.length ?? 0));
  }

  return {
    /** @param {import("../lab.js").State} state */
    paint(state) {
      none.paint(state);
      view.paint(state);
      const race = view.shown();
      if (race === told) return;
      told = race;
      say(cost, race ? costWords(race.lanes, weights(race)) : "");
    },
    redraw: () => view.redraw(),
    retheme: () => view.retheme(),
  };
}
