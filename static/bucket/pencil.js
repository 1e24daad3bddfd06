// @ts-check
/** Drawing a curve: freehand with the mouse or a finger, and by handles with the keyboard. */

import { draw, set, show } from "../charts/svg.js";
import { html, say } from "../dom.js";
import { fixed } from "../numbers.js";
import { FRAME } from "./curves.js";
import { bent, blank, bridged, judged, placeOf, share, stroke } from "./drawn.js";
import { action } from "./parts.js";

const HANDLES = 11;
const STEP = 0.5;
/** @type {Record<string, number>} */
const KEYS = { ArrowUp: STEP, ArrowDown: -STEP, PageUp: 2, PageDown: -2 };

/**
 * @param {import("./plot.js").Plot} plot
 * @param {import("./kept.js").Kept} kept
 * @param {() => void} changed the drawing, or whether one draws
 */
export function pencil(plot, kept, changed) {
  const strokes = draw(plot.inside, "path", { class: "bucket-strokes" });
  const holder = html("div", { class: "bucket-handles", role: "group", "aria-label": "Handles of your curve" });
  const handles = Array.from({ length: HANDLES }, (_, i) => {
    const x = FRAME.low + (i / (HANDLES - 1)) * (FRAME.high - FRAME.low);
    const element = html("div", {
      class: "bucket-handle", role: "slider", tabindex: i ? -1 : 0, "aria-orientation": "vertical",
      "aria-label": `height at x = ${fixed(x, 0)}`, "aria-valuemin": 0, "aria-valuemax": FRAME.top,
    });
    holder.append(element);
    return { x, element };
  });
  plot.box.append(holder);
  const sentence = html("p", { class: "bucket-judged", role: "status" });
  const toggle = action("Pencil", () => turn(!on));
  const rub = action("Rub out", rubOut);
  /** What was rubbed out last, to bring back. @type {import("./drawn.js").Columns | null} */
  let gone = null;
  /** @type {{x: number, y: number} | null} */
  let tip = null;
  let on = false;
  let offered = false;

  function rubOut() {
    [gone, kept.drawn] = share(kept.drawn) ? [kept.drawn, blank()] : [null, gone ?? kept.drawn];
    on = true;
    changed();
  }

  /** @param {boolean} wanted */
  function turn(wanted) {
    // Too little of a drawing is not put away: why, is said below it.
    if (on === wanted || (!wanted && !judged(kept.drawn).ready)) return;
    [on, tip] = [wanted, null];
    changed();
  }

  holder.addEventListener("keydown", event => {
    const here = handles.findIndex(({ element }) => element === event.target);
    if (here < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const aside = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const by = KEYS[event.key];
    if (!aside && !by) return;
    event.preventDefault();
    event.stopPropagation();
    if (aside) return handles[Math.min(HANDLES - 1, Math.max(0, here + aside))].element.focus();
    kept.drawn = bent(kept.drawn, handles[here].x, by);
    changed();
  });
  holder.addEventListener("focusin", event => {
    for (const { element } of handles) element.tabIndex = element === event.target ? 0 : -1;
  });

  return {
    bar: html("div", { class: "bucket-pencil" }, toggle, rub),
    sentence,
    isOn: () => on && offered,
    turn,
    /** Whether the curve to be drawn is the one that is chosen. @param {boolean} wanted */
    offer(wanted) {
      offered = wanted;
      if (wanted && !judged(kept.drawn).ready) on = true;
      else if (!wanted) on = false;
    },
    /** @param {{x: number, y: number}[]} places one after the other @param {boolean} first of a stroke */
    pointed(places, first) {
      for (const place of places) {
        kept.drawn = stroke(kept.drawn, first || !tip ? place : tip, place);
        tip = place;
      }
      changed();
    },
    paint() {
      holder.hidden = !on || !offered;
      sentence.hidden = !on || !offered;
      show(strokes, on && offered);
      if (!offered) return;
      const { ready, sentence: words } = judged(kept.drawn);
      toggle.setAttribute("aria-pressed", String(on));
      rub.disabled = !share(kept.drawn) && !gone;
      say(rub, share(kept.drawn) || !gone ? "Rub out" : "Bring back");
      say(sentence, words);
      sentence.dataset.kind = ready || !share(kept.drawn) ? "" : "short";
      let path = "";
      kept.drawn.forEach((height, i) => {
        if (height === null) return;
        const isOpen = i > 0 && kept.drawn[i - 1] !== null;
        path += `${isOpen ? "L" : "M"}${plot.x(placeOf(i)).toFixed(1)} ${plot.y(height).toFixed(1)}${isOpen ? "" : "h0"}`;
      });
      set(strokes, { d: path });
      const heights = share(kept.drawn) ? bridged(kept.drawn) : [];
      handles.forEach(({ x, element }, i) => {
        const height = Math.min(FRAME.top, heights[Math.round((i / (HANDLES - 1)) * (heights.length - 1))] ?? FRAME.top / 2);
        element.style.left = `${plot.x(x).toFixed(1)}px`;
        element.style.top = `${plot.y(height).toFixed(1)}px`;
        element.setAttribute("aria-valuenow", height.toFixed(1));
      });
    },
  };
}
