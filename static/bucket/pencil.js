// @ts-check
/** Drawing a curve: freehand with the mouse or a finger, and by handles with the keyboard. */

import { draw, set, show } from "../charts/svg.js";
import { html, say } from "../dom.js";
import { blank, placeOf, share, stroke } from "./drawn.js";
import { judged } from "./drawn-words.js";
import { handles } from "./handles.js";
import { action, explained } from "./parts.js";

/** So many changes can be taken back. */
const MOST = 100;
const PENCIL = "Draw with the mouse or a finger. By keyboard, go to the handles: ↑ and ↓ bend the curve there, with Shift only a narrow part of it; Ctrl+Z takes back.";
const NOTHING = "There is nothing to take back.";

/**
 * @param {import("./plot.js").Plot} plot
 * @param {import("./kept.js").Kept} kept
 * @param {() => void} changed the drawing, or whether one draws
 */
export function pencil(plot, kept, changed) {
  const strokes = draw(plot.inside, "path", { class: "bucket-strokes" });
  const knobs = handles(plot, () => kept.drawn, (columns, isHeld) => {
    if (!isHeld) note();
    kept.drawn = columns;
    changed();
  });
  const sentence = html("p", { class: "bucket-judged", role: "status" });
  const toggle = action("Pencil", () => turn(!on));
  toggle.dataset.explain = PENCIL;
  const undo = action("Undo", takeBack);
  const rub = action("Rub out", rubOut);
  /** What was drawn before each change. @type {import("./drawn.js").Columns[]} */
  const before = [];
  /** @type {{x: number, y: number} | null} */
  let tip = null;
  let on = false;
  let offered = false;

  /** To be taken back to. */
  function note() {
    before.push(kept.drawn);
    if (before.length > MOST) before.shift();
  }

  function takeBack() {
    const last = before.pop();
    if (!last) return;
    [kept.drawn, tip, on] = [last, null, true];
    changed();
  }

  function rubOut() {
    if (!share(kept.drawn)) return;
    note();
    [kept.drawn, tip, on] = [blank(), null, true];
    changed();
  }

  /** @param {boolean} wanted */
  function turn(wanted) {
    // Too little of a drawing is not put away: why, is said below it.
    if (on === wanted || (!wanted && !judged(kept.drawn).ready)) return;
    [on, tip] = [wanted, null];
    changed();
  }

  const bar = html("div", { class: "bucket-pencil" }, toggle, undo, rub);
  /** @param {HTMLElement} part @param {() => boolean} isMeant whether Ctrl+Z is the drawing's there */
  function heed(part, isMeant) {
    part.addEventListener("keydown", event => {
      if (!isMeant() || event.key.toLowerCase() !== "z" || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault(); // nor does the run go back
      takeBack();
    });
  }
  heed(plot.box, () => on && offered);
  heed(bar, () => true);

  return {
    bar,
    sentence,
    isOn: () => on && offered,
    turn,
    /** Whether the curve to be drawn is the one that is chosen. @param {boolean} wanted */
    offer(wanted) {
      offered = wanted;
      if (wanted && !judged(kept.drawn).ready) on = true;
      else if (!wanted) on = false;
    },
    /** Where it passes the drawing changes, and nowhere else. @param {{x: number, y: number}[]} places one after the other @param {boolean} first of a stroke */
    pointed(places, first) {
      if (first) tip = null;
      // A stroke that was taken back while it was drawn begins anew where the hand is.
      if (!tip) note();
      for (const place of places) {
        kept.drawn = stroke(kept.drawn, tip ?? place, place);
        tip = place;
      }
      changed();
    },
    paint() {
      knobs.paint(on && offered);
      sentence.hidden = !on || !offered;
      show(strokes, on && offered);
      if (!offered) return;
      const { ready, sentence: words } = judged(kept.drawn);
      toggle.setAttribute("aria-pressed", String(on));
      explained(undo, before.length ? "" : NOTHING);
      explained(rub, share(kept.drawn) ? "" : "There is nothing to rub out.");
      say(sentence, words);
      sentence.dataset.kind = ready || !share(kept.drawn) ? "" : "short";
      let path = "";
      kept.drawn.forEach((height, i) => {
        if (height === null) return;
        const isOpen = i > 0 && kept.drawn[i - 1] !== null;
        path += `${isOpen ? "L" : "M"}${plot.x(placeOf(i)).toFixed(1)} ${plot.y(height).toFixed(1)}${isOpen ? "" : "h0"}`;
      });
      set(strokes, { d: path });
    },
  };
}
