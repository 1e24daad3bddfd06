// @ts-check
/** Turn to a run of a study: it arrives at the head of the page, so that is where one looks then. */

import { find } from "../dom.js";
import { brief } from "../numbers.js";
import { titleOf } from "../runs/names.js";
import { unitsOf } from "./race-words.js";
import { leavePlace } from "./way-back.js";

/** Milliseconds between looks whether it has arrived, and how often one looks: long runs are trained first. */
const [PAUSE, LOOKS] = [100, 300];
const BACK = "Back to the experiments";

/**
 * @param {import("../lab.js").Lab} lab
 * @param {{study: number, alpha: number, hidden_size: number | null, seed: number}} run
 */
export function openRun(lab, run) {
  const before = lab.state();
  if (!lab.send({ type: "open_from_study", ...run })) return;
  const back = leavePlace(() => lab.say(""));
  find("#main").focus({ preventScroll: true });
  scrollTo({ top: 0 });
  tell(lab, back, before, `Open: alpha ${brief(run.alpha)}, ${unitsOf(run.hidden_size)}, seed ${run.seed}.`, LOOKS);
}

/** Says what is open once it is. @param {import("../lab.js").Lab} lab @param {() => void} back @param {import("../lab.js").State} before @param {string} opened @param {number} looks */
function tell(lab, back, before, opened, looks) {
  const kept = before.run?.run;
  const now = lab.state().run?.run;
  if (now === kept || now === undefined) {
    if (looks > 0) setTimeout(tell, PAUSE, lab, back, before, opened, looks - 1);
    return;
  }
  const offer = { text: BACK, take: back };
  if (!before.run || kept === undefined) return lab.say(opened, offer);
  const { experiment } = before.run;
  const name = titleOf({ run: kept, name: before.runs.find(own => own.run === kept)?.name ?? "" });
  const title = before.welcome?.experiments.find(own => own.name === experiment)?.title ?? experiment;
  const where = lab.state().run?.experiment === experiment ? "in Runs" : `under ${title}`;
  lab.say(`${opened} Your run is kept as ${name}, ${where}.`, offer);
}
