// @ts-check
/** The file of a run, wired together: it trains again from the beginning, and then can be played and looked through. */

import { lastIteration } from "../charts/axes.js";
import { find, say, set } from "../dom.js";
import { explanations } from "../explain.js";
import { errorText, speedText, whole } from "../numbers.js";
import { speedScale } from "../scale.js";
import { shortcuts } from "../shortcuts.js";
import { slider } from "../slider.js";
import { themeSwitch } from "../theme.js";
import { errorChart } from "./chart.js";
import { conductor } from "./conductor.js";
import { digestOf } from "./digest.js";
import { drawing } from "./drawing.js";
import { edits } from "./edits.js";
import { examples } from "./examples.js";
import { momentOf } from "./moment.js";
import { program } from "./program.js";
import { runOf } from "./run.js";
import { underWay, verdictOf } from "./text.js";
import { timeline } from "./timeline.js";
import { weightTables } from "./weights.js";

/** Numbers that change faster than this, in ms, cannot be read. */
const READABLE = 125;
const FIRST_SPEED = 1000;

/** @typedef {import("./run.js").Document & {marks: import("./timeline.js").Mark[], program: string}} Taken */

/** @type {Taken} */
const taken = JSON.parse(find("#run").textContent ?? "");
const run = runOf(taken);
/** Where it ended when it had been trained again. @type {{digest: string, error: number} | null} */
let arrival = null;
/** @type {import("./moment.js").Moment | null} */
let moment = null;
let [written, key] = [-Infinity, ""];

const [play, iteration, error] = [find("#play"), find("#iteration"), find("#error")];
const [progress, verdict] = [find("#progress"), find("#verdict")];
const repaint = () => conduct.wake();
const go = (/** @type {number} */ to) => conduct.go(to);
const paintNetwork = drawing(find("#network .panel-body"), repaint);
const table = examples(find("#examples .panel-body"), find("#examples .panel-tools"), repaint);
const paintWeights = weightTables(find("#weights .matrices"));
const chart = errorChart(find("#curve .panel-body"), go, repaint);
const paintTimeline = timeline(find("#timeline"), find(".rail"), taken.marks, go);
const conduct = conductor(run, taken.iteration, {
  paint,
  arrived() {
    const { place, stage } = run.known;
    const digest = digestOf(place.iteration, stage.sizes, place.weights);
    arrival = { digest, error: run.known.look().error };
  },
});

/** @param {import("./conductor.js").Show} show */
function paint({ playing, ready, target, goal, seconds }) {
  const { place } = run.shown;
  const now = performance.now();
  const readable = (!playing && ready && goal === null) || now - written >= READABLE;
  if (readable) written = now;
  if (!moment || key !== `${place.iteration} ${place.stage}`) moment = momentOf(run);
  key = `${place.iteration} ${place.stage}`;
  play.setAttribute("aria-label", playing ? "Pause" : "Play");
  play.classList.toggle("playing", playing);
  say(iteration, whole(moment.iteration));
  set(iteration, "data-long", String((iteration.textContent ?? "").length > 9));
  set(iteration, "data-value", String(moment.iteration));
  say(error, errorText(moment.error));
  set(error, "data-value", String(moment.error));
  const last = Math.max(1, run.reach <= target ? target : lastIteration(run.reach, Infinity));
  paintTimeline(last, run.reach, moment.iteration, goal);
  chart.paint(run.curve.points, run.reach, last, taken.marks.map(mark => mark.iteration), moment.iteration, moment.error, readable);
  table.paint(moment, readable);
  paintNetwork(moment, table.chosen, readable);
  if (!readable) return;
  paintWeights(moment);
  tell(ready, target, seconds);
}

/** @param {boolean} ready @param {number} target @param {number} seconds */
function tell(ready, target, seconds) {
  say(progress, ready ? "" : underWay(run.reach, target, seconds));
  if (!arrival) return;
  const { state, sentence } = verdictOf(taken, arrival.digest, arrival.error, seconds);
  say(verdict, sentence);
  set(verdict, "data-state", state);
  document.documentElement.dataset.ready = "true";
}

const buttons = { play: conduct.toggle, step: conduct.step, reset: () => go(0) };
for (const [name, act] of Object.entries(buttons)) find(`#${name}`).addEventListener("click", act);
const pace = slider(find("#speed"), {
  scale: speedScale,
  text: speedText,
  moved: speed => say(find("#speed-value"), speedText(speed)),
  send(speed) {
    conduct.setSpeed(speed);
    pace.show(speed);
    return true;
  },
});
pace.show(FIRST_SPEED);
conduct.setSpeed(FIRST_SPEED);
const log = find("#log");
log.addEventListener("click", () => {
  const wanted = log.getAttribute("aria-pressed") !== "true";
  log.setAttribute("aria-pressed", String(wanted));
  chart.setLog(wanted);
});
edits(find("#edits ol"), taken.marks, go);
find("#edits").hidden = taken.marks.length === 0;
program(find("#program .panel-body"), taken.program);
explanations(document, () => null);
themeSwitch(find("#theme"), () => {});
shortcuts({
  " ": conduct.toggle, ArrowRight: conduct.step, ".": conduct.step, r: () => go(0),
  ArrowLeft: () => go(run.shown.place.iteration - 1), m: () => jump(1), "Shift+m": () => jump(-1),
});

/** To the next edit, or the one before. @param {1 | -1} way */
function jump(way) {
  const here = run.shown.place.iteration;
  const places = taken.marks.map(mark => mark.iteration).filter(at => (at - here) * way > 0);
  if (places.length) go(way > 0 ? Math.min(...places) : Math.max(...places));
}
