// @ts-check
/**
 * The error of this very network against one of its weights. Where the page holds all rows it computes the curve for
 * every frame; where it holds some of many, the server does.
 */

import { readable, shapeOf } from "../../cadence.js";
import { segments } from "../../charts/choice.js";
import { html, say, set } from "../../dom.js";
import { browserMemory } from "../../memory.js";
import { powers, signed } from "../../numbers.js";
import { numbersOf } from "../../pushes/picker.js";
import { nearest } from "../../pushes/pushes.js";
import { styleSheet } from "../../sheet.js";
import { asking } from "../../slice/asking.js";
import { cartoon } from "../../slice/cartoon.js";
import { cutter } from "../../slice/cutter.js";
import { dipsOf } from "../../slice/dips.js";
import { drawing } from "../../slice/drawing.js";
import { figures } from "../../slice/figures.js";
import { acrossOf, REACHES, upOf } from "../../slice/range.js";
import { lawful, rulesOf, sizesOf, tableOf } from "../../slice/rules.js";
import { KINDS, minimaText, stepText, weightText } from "../../slice/words.js";

/** @typedef {import("../../lab.js").State} State @typedef {import("../../lab.js").WeightPlace} WeightPlace */
/** @typedef {keyof typeof REACHES} Reach @typedef {import("../../slice/words.js").Kind} Kind */

const REACH_WORDS = [
  { value: "all", text: "−10 … 10", sentence: "From −10 to 10, or farther where the weight is." },
  { value: "near", text: "± 1", sentence: "Close to the ball: 1 to either side." },
  { value: "nearest", text: "± 0.1", sentence: "So close that a curve looks straight: then the slope says all." },
];
/** Work for a curve that is drawn at every frame; a larger one is drawn less often while the run trains. */
const CHEAP = 400_000;
/** Milliseconds until then, for each so much work. */
const PAUSE = 30;

/** @param {HTMLElement} element @param {import("../../lab.js").Lab} lab @returns {Promise<import("../../lab.js").Panel>} */
export async function slicePanel(element, lab) {
  await styleSheet(lab.url("slice.css"));
  const place = numbersOf(lab);
  const choices = html("div", { class: "slice-choices" });
  const picture = drawing(repaint);
  const table = figures();
  const minima = html("p", { class: "slice-words" });
  const why = html("p", { class: "slice-words dim" });
  element.append(place.element, choices, picture.box, table.element, why, minima, cartoon());
  lab.explain(minima, "A dip counts where the curve falls and rises again by more than a thousandth of its height.");
  let kind = /** @type {Kind} */ (browserMemory.get("slice.kind") === "errors" ? "errors" : "squares");
  let reach = /** @type {Reach} */ (browserMemory.get("slice.reach") ?? "all");
  if (!(reach in REACHES)) reach = "all";
  const kinds = segments(choices, "Which error", value => choose(/** @type {Kind} */ (value), reach));
  kinds.offer(Object.entries(KINDS).map(([value, words]) => ({ value, ...words })));
  const reaches = segments(choices, "How much of the weight’s axis", value => choose(kind, /** @type {Reach} */ (value)));
  reaches.offer(REACH_WORDS);

  /** @type {import("../../slice/range.js").Range | null} */
  let across = null;
  /** @type {import("../../slice/range.js").Range | null} */
  let up = null;
  /** What the present curve is of, and when it was drawn. */
  let [subject, drawnAt, inView] = ["", -Infinity, true];
  const server = asking(repaint);
  /** @type {{of: unknown, shape: string, cutter: ReturnType<typeof cutter> | null, rules: import("../../slice/rules.js").Rules} | null} */
  let tools = null;
  present();
  new IntersectionObserver(entries => {
    inView = entries[entries.length - 1].isIntersecting;
    if (inView) repaint();
  }).observe(element);

  /** @param {Kind} wantedKind @param {Reach} wantedReach */
  function choose(wantedKind, wantedReach) {
    [kind, reach] = [wantedKind, wantedReach];
    browserMemory.set("slice.kind", kind);
    browserMemory.set("slice.reach", reach);
    present();
    repaint();
  }

  function present() {
    kinds.select(kind);
    reaches.select(reach);
  }

  function repaint() {
    drawnAt = -Infinity;
    if (inView) paint(lab.state());
  }

  /** What computes, for the rows, rules and shape of now. @param {State} state */
  function toolsFor({ run, frame }) {
    if (!run || !frame) return null;
    const shape = shapeOf(frame);
    if (tools?.of !== run || tools.shape !== shape) {
      const [sizes, all, rules] = [sizesOf(frame.weights), tableOf(run), rulesOf(run.code)];
      const fits = all && sizes[0] === run.inputs[0].length && sizes[sizes.length - 1] === run.targets[0].length;
      tools = { of: run, shape, rules, cutter: fits ? cutter(sizes, all, rules) : null };
    }
    return tools;
  }

  /** @param {State} state */
  function paint(state) {
    const { run, frame, controls, welcome } = state;
    const with_ = toolsFor(state);
    if (!run || !frame || !controls || !with_) return;
    place.paint(state);
    const where = nearest(state.weight, frame.weights);
    const weight = frame.weights[where.synapse][where.row][where.column];
    const now = `${run.run} ${JSON.stringify(where)} ${kind} ${reach}`;
    if (now !== subject) [subject, across, up, drawnAt] = [now, null, null, -Infinity];
    across = acrossOf(across, weight, reach);
    const text = readable(state);
    const pause = with_.cutter ? (with_.cutter.work(across) / CHEAP) * PAUSE : 0;
    if (pause > PAUSE && !(text && !controls.playing) && performance.now() - drawnAt < pause) return;
    drawnAt = performance.now();
    const moment = `${frame.run} ${frame.iteration} ${frame.number}`;
    const found = with_.cutter ? with_.cutter.cut(frame.weights, where, across)
      : server.get({ session: welcome?.session ?? "", place: where, range: across, moment });
    picture.box.classList.toggle("slice-waits", !found);
    if (!found) return;
    const shown = /** @type {[number, number]} */ ([found.places[0], found.places[found.places.length - 1]]);
    const which = kind === "squares" ? 0 : 1;
    const [heights, height] = [found[kind], found.here[2 - which]];
    const slope = found.slopes[1 - which];
    const isKnown = with_.cutter !== null || lawful(with_.rules);
    const next = with_.cutter ? with_.cutter.next(frame.weights, where, controls.alpha)
      : isKnown ? found.here[0] - controls.alpha * found.slopes[1] : NaN;
    up = upOf(up, [...heights, height]);
    const dips = dipsOf(found.places, heights);
    const name = `syn${where.synapse}[${where.row}, ${where.column}]`;
    picture.paint({ across: shown, up, places: found.places, heights, ball: [found.here[0], height], slope, next, dips, name });
    if (!text) return;
    table.show(KINDS[kind].text, [found.here[0], height, slope, next - found.here[0]], controls.alpha, isKnown);
    say(minima, minimaText(dips, heights, shown));
    say(why, stepText(kind, lawful(with_.rules), slope, next - found.here[0]));
    set(picture.box, "aria-label", `${KINDS[kind].text} against ${name}, which is ${weightText(found.here[0], shown)}. Slope ${powers(signed(slope, 4))}. ${minima.textContent}`);
  }

  return { paint, retheme: repaint };
}
