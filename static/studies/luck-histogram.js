// @ts-check
/** How many seeds ended near which error, as bars that can be gone through and pressed, and where one's own did. */

import { count } from "../data/words.js";
import { html, say, set } from "../dom.js";
import { whole } from "../numbers.js";
import { luckAxis } from "./luck-axis.js";
import { middleStart, placeOf } from "./luck-bins.js";
import { binWords, captionWords } from "./luck-words.js";
import { roving } from "./roving.js";

/** @typedef {import("./luck-ranks.js").Start} Start */
/** @typedef {import("./luck-bins.js").Bin} Bin */

/** @param {(bin: Bin, words: string) => void} tell @param {(start: Start) => void} open */
export function luckHistogram(tell, open) {
  const columns = html("div", { class: "luck-columns", role: "group" });
  const flag = html("b");
  const mark = html("div", { class: "luck-mine", "aria-hidden": "true" }, flag);
  const most = html("span", { class: "luck-most", "aria-hidden": "true" });
  const axis = luckAxis();
  const caption = html("figcaption");
  const element = html("figure", { class: "luck-figure" },
    html("div", { class: "luck-field" }, most, columns, mark), axis.element,
    caption);
  /** @type {HTMLButtonElement[]} */
  let buttons = [];
  /** @type {Bin[]} */
  let shown = [];
  let known = 0;
  const keys = roving(columns, () => [buttons.filter((_, i) => shown[i]?.starts.length)]);

  /** @param {number} i */
  const words = i => binWords(shown[i], known, middleStart(shown[i]));

  /** @param {number} wanted */
  function offer(wanted) {
    while (buttons.length > wanted) buttons.pop()?.remove();
    while (buttons.length < wanted) {
      const i = buttons.length;
      const button = html("button", { type: "button", class: "luck-column", tabindex: -1 }, html("i"));
      tellAndOpen(button, () => tell(shown[i], words(i)), () => {
        const middle = middleStart(shown[i]);
        if (middle) open(middle);
      });
      buttons.push(button);
      columns.append(button);
    }
  }

  return {
    element,
    /** @param {Bin[]} bins at least one @param {number} total how many ended at all @param {Start | null} mine @param {{seeds: number, iterations: number}} asked */
    paint(bins, total, mine, asked) {
      say(caption, captionWords(asked));
      [shown, known] = [bins, total];
      offer(bins.length);
      const highest = Math.max(...bins.map(({ starts }) => starts.length));
      set(columns, "aria-label", `${whole(total)} seeds by where they ended`);
      say(most, count(highest, "seed"));
      bins.forEach((bin, i) => {
        const fill = /** @type {HTMLElement} */ (buttons[i].firstElementChild);
        fill.style.height = `${((100 * bin.starts.length) / highest).toFixed(2)}%`;
        set(buttons[i], "data-some", String(bin.starts.length > 0));
        set(buttons[i], "aria-label", words(i));
      });
      keys.refresh();
      axis.paint(bins);
      mark.hidden = !mine || !Number.isFinite(mine.error);
      if (!mine || mark.hidden) return;
      const share = placeOf(bins, mine.error);
      mark.style.left = `${(share * 100).toFixed(2)}%`;
      set(mark, "data-side", share > 0.5 ? "left" : "right");
      say(flag, `seed ${mine.seed}`);
    },
  };
}

/**
 * Let a button tell when it is pointed at or focused, and open when it is pressed. A finger that presses what it has not
 * asked about yet only asks: as a pointer does before it presses.
 *
 * @param {HTMLButtonElement} button @param {() => void} tell @param {() => void} open
 */
function tellAndOpen(button, tell, open) {
  let asked = false;
  button.addEventListener("pointerenter", event => {
    if (event.pointerType !== "touch") tell();
  });
  button.addEventListener("focus", tell);
  button.addEventListener("blur", () => (asked = false));
  button.addEventListener("click", event => {
    const first = /** @type {PointerEvent} */ (event).pointerType === "touch" && !asked;
    asked = true;
    tell();
    if (!first) open();
  });
}
