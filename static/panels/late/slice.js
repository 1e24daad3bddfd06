// @ts-check
/**
 * The error of this very network against one of its weights. Where the page holds all rows it computes the curve for
 * every frame; where it holds some of many, the server does. The ball can be moved along it, and takes the weight along.
 */

import { readable } from "../../cadence.js";
import { html, say, set } from "../../dom.js";
import { browserMemory } from "../../memory.js";
import { numbersOf } from "../../pushes/picker.js";
import { nearest } from "../../pushes/pushes.js";
import { styleSheet } from "../../sheet.js";
import { cartoon } from "../../slice/cartoon.js";
import { choices } from "../../slice/choices.js";
import { dipsOf } from "../../slice/dips.js";
import { drawing } from "../../slice/drawing.js";
import { figures } from "../../slice/figures.js";
import { grip } from "../../slice/grip.js";
import { hand } from "../../slice/hand.js";
import { dragged, nudged } from "../../slice/moves.js";
import { replaced } from "../../slice/others.js";
import { acrossOf, upOf } from "../../slice/range.js";
import { source } from "../../slice/source.js";
import { speaking } from "../../slice/speaking.js";
import { ballText, chartText, KINDS, minimaText, stepText } from "../../slice/words.js";

/** @typedef {import("../../lab.js").State} State @typedef {import("../../slice/range.js").Range} Range */

/** @param {HTMLElement} element @param {import("../../lab.js").Lab} lab @returns {Promise<import("../../lab.js").Panel>} */
export async function slicePanel(element, lab) {
  await styleSheet(lab.url("slice.css"));
  const place = numbersOf(lab);
  const chosen = choices(repaint);
  const picture = drawing(repaint);
  const table = figures();
  const minima = html("p");
  const why = html("p", { class: "dim" });
  element.append(place.element, chosen.element, picture.box, table.element, html("div", { class: "slice-words" }, why, minima), cartoon());
  lab.explain(minima, "A dip counts where the curve falls and rises again by more than a thousandth of its height.");

  /** What the axes are to show, and what that of weights does: a server's curve may still have the old one. @type {Range | null} */
  let across = null;
  let shown = /** @type {Range} */ ([-10, 10]);
  /** @type {Range | null} */
  let up = null;
  /** What the axes are of. */
  let [subject, number] = ["", NaN];
  /** What was painted last, and whether that was written out in numbers. */
  let [painted, told] = [/** @type {unknown[]} */ ([]), false];
  /** Pixels of 1 on the axis of weights; whether the panel is in view, and is to be painted. */
  let [unit, inView, asked] = [1, true, false];
  /** Until somebody has done it once. */
  let hint = browserMemory.get("slice.moved") ? "" : ": drag the ball";
  const slices = source(soon);
  const ours = hand(lab, soon);
  const ball = grip(picture.box, {
    take() {
      const { where, weight } = present(lab.state());
      if (!Number.isFinite(weight)) return false;
      ours.take(where, weight);
      hint = "";
      browserMemory.set("slice.moved", "yes");
      return true;
    },
    move: pixels => ours.move(dragged(ours.before, pixels / unit, shown)),
    release: ours.release,
    putBack: ours.putBack,
    nudge(key, far) {
      const { where, weight } = present(lab.state());
      const value = nudged(weight, key, far, shown);
      if (value !== null) voice.ask();
      if (value !== null && Number.isFinite(value)) ours.set(where, value);
      return value !== null;
    },
  });
  const voice = speaking(ball.isFocused);
  new IntersectionObserver(entries => {
    inView = entries[entries.length - 1].isIntersecting;
    if (inView) repaint();
  }).observe(element);

  function repaint() {
    painted = [];
    if (inView) paint(lab.state());
  }

  /** There may be more to see: at the next animation frame. */
  function soon() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (inView) paint(lab.state());
    });
  }

  /** The weight that is looked at, with what somebody has made of it. @param {State} state */
  function present(state) {
    const weights = state.frame?.weights ?? [[[NaN]]];
    const where = nearest(state.weight, weights);
    const value = ours.valueOf(state, where);
    return { where, isHeld: value !== null, weight: value ?? weights[where.synapse][where.row][where.column] };
  }

  /** @param {State} state */
  function paint(state) {
    const { run, frame, controls } = state;
    if (!run || !frame || !controls) return;
    const { where, weight, isHeld } = present(state);
    const [kind, reach, text] = [chosen.kind(), chosen.reach(), readable(state)];
    const now = `${run.experiment} ${JSON.stringify(where)} ${kind} ${reach}`;
    const isNew = now !== subject || (run.run !== number && !isHeld); // a change in the past begins another run
    if (isNew) {
      [across, up, painted] = [null, null, []];
      voice.ask();
    }
    const isOther = now !== subject;
    [subject, number] = [now, run.run];
    if (isOther && ours.holds) return ours.drop();
    if (text || isNew) place.paint(isHeld ? { ...state, frame: { ...frame, weights: replaced(frame.weights, where, weight) } } : state);
    if (!across || !ours.holds) across = acrossOf(across, weight, reach);
    const found = slices.look(state, { place: where, range: across, weight, isHeld, hurried: text && !controls.playing });
    picture.box.classList.toggle("slice-waits", !found);
    const speaks = text && voice.wants(found, controls.playing && !isHeld);
    if (!found || (found === painted[0] && (told || !text) && !speaks)) return;
    [painted, told] = [[found], text];
    shown = [found.places[0], found.places[found.places.length - 1]];
    const which = kind === "squares" ? 0 : 1;
    const [heights, height, slope, step] = [found[kind], found.here[2 - which], found.slopes[1 - which], found.next - found.here[0]];
    up = upOf(up, [...heights, height]);
    const dips = dipsOf(found.places, heights);
    const name = `syn${where.synapse}[${where.row}, ${where.column}]`;
    const at = picture.paint({ across: shown, up, places: found.places, heights, ball: [found.here[0], height], slope, next: found.next, dips, title: `${name}${hint}` });
    unit = at?.unit ?? unit;
    ball.stand(at);
    if (!text) return;
    table.show(KINDS[kind].text, [found.here[0], height, slope, step], controls.alpha, found.isKnown);
    say(minima, minimaText(dips, heights, shown));
    say(why, stepText(kind, found.isLawful, slope, step));
    set(picture.box, "aria-label", chartText(kind, name, found.here[0], shown, slope, minima.textContent ?? ""));
    if (!speaks) return;
    voice.tell(found);
    ball.tell(name, shown, found.here[0], ballText(kind, found.here[0], shown, height, slope));
  }

  return { paint, retheme: repaint };
}
