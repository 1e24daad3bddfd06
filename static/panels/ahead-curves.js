// @ts-check
/**
 * Where the error would go with other values: faint dashed lines from where it was asked, each with its value at its
 * end, and one line of text that says which value leads to which error.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("./curve-view.js").Scales} Scales
 * @typedef {import("../messages.js").Ahead} Ahead
 */

import { outcome } from "../ahead/words.js";
import { between } from "../charts/axes.js";
import { draw, line, pool, say, set } from "../charts/svg.js";
import { html } from "../dom.js";
import { brief } from "../numbers.js";

const APART = 13;
const CHARACTER = 6.4;
/** Milliseconds: an answer that still grows is not read out. */
const SETTLES = 700;

/** @param {{inside: SVGElement, above: SVGElement}} layers @param {HTMLElement} box */
export function aheadCurves({ inside, above }, box) {
  const lines = pool(inside, "path");
  const names = pool(above, "text");
  const words = html("p", { class: "ahead-words", "aria-hidden": "true", hidden: true });
  const spoken = html("p", { class: "offstage", role: "status" });
  box.append(words);
  box.after(spoken);
  let drawn = /** @type {[Ahead | null, string]} */ ([null, ""]);
  let timer = 0;

  /** @param {Ahead | null} ahead */
  function tell(ahead) {
    clearTimeout(timer);
    words.hidden = ahead === null;
    if (ahead) say(words, outcome(ahead));
    if (ahead) timer = setTimeout(() => say(spoken, outcome(ahead)), SETTLES);
    else say(spoken, "");
  }

  return {
    /** @param {State} state @param {Scales} scales */
    paint({ ahead }, { key, area, x, y }) {
      if (drawn[0] === ahead && (drawn[1] === key || !ahead)) return;
      if (drawn[0] !== ahead) tell(ahead);
      drawn = [ahead, key];
      const curves = ahead?.curves ?? [];
      const labels = curves.map(({ value, iterations, errors }, i) => {
        const asked = value === ahead?.value ? " asked" : "";
        set(lines.at(i), {
          d: line(errors.length, k => x(iterations[k]), k => y(errors[k])),
          class: `ahead-curve${asked}`, "stroke-dasharray": ["2 3", "6 4", "10 4"][i],
        });
        let last = errors.length - 1;
        while (last > 0 && (x(iterations[last]) > area.right || !Number.isFinite(y(errors[last])))) last--;
        return { i, text: brief(value), asked, end: x(iterations[last]), at: between(y(errors[last]), area.top + 8, area.bottom - 2) };
      });
      for (const { i, text, asked, end, at } of apart(labels.filter(({ at }) => Number.isFinite(at)), area)) {
        const late = end + 6 + text.length * CHARACTER > area.right + 12;
        say(names.at(i), text);
        set(names.at(i), {
          x: late ? end - 4 : end + 5, y: late ? at - 4 : at + 4, "text-anchor": late ? "end" : "start", class: `ahead-name${asked}`,
        });
      }
      lines.trim(curves.length);
      names.trim(curves.length);
    },
  };
}

/**
 * Labels of lines that end close together, one below the other.
 *
 * @template {{at: number}} Label
 * @param {Label[]} labels
 * @param {{top: number, bottom: number}} area
 */
export function apart(labels, { bottom }) {
  const sorted = [...labels].sort((a, b) => a.at - b.at);
  sorted.forEach((label, i) => {
    if (i) label.at = Math.max(label.at, sorted[i - 1].at + APART);
  });
  for (let i = sorted.length - 1, below = bottom; i >= 0; i--, below = sorted[i + 1].at - APART) {
    sorted[i].at = Math.min(sorted[i].at, below);
  }
  return sorted;
}
