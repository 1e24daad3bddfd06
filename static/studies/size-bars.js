// @ts-check
/** The share of starts that solve a task, as a bar for each hidden size and alpha, with how far it can be trusted. */

import { html, say, set } from "../dom.js";
import { brief, whole } from "../numbers.js";
import { roving } from "./roving.js";
import { percent, wilson } from "./size-share.js";
import { tallyWords } from "./size-words.js";

/** @typedef {import("./size-words.js").Tally} Tally */

/** @param {(size: number, alpha: number) => void} tell by their places */
export function sizeBars(tell) {
  const field = html("div", { class: "size-field", role: "group", "aria-label": "share of starts that solve it, by hidden size" });
  const legend = html("p", { class: "size-legend" });
  const scale = html("div", { class: "size-scale", "aria-hidden": "true" }, ...["100 %", "50 %", "0 %"].map(text => html("span", {}, text)));
  const caption = html("figcaption");
  const element = html("figure", { class: "size-figure" }, legend, html("div", { class: "size-stage" }, scale, field),
    caption);
  /** @type {ReturnType<typeof tallyBar>[][]} */
  let groups = [];
  let shape = "";
  const keys = roving(field, () => [groups.flat().map(({ button }) => button)]);

  /** @param {Tally[][]} tallies */
  function build(tallies) {
    groups = tallies.map((group, i) => group.map((_, j) => tallyBar(j, () => tell(i, j))));
    field.replaceChildren(...groups.map((bars, i) => html("div", { class: "size-group" },
      html("div", { class: "size-bars" }, ...bars.map(({ button }) => button)),
      html("span", { class: "size-name" }, String(tallies[i][0].size ?? "–")))));
    legend.replaceChildren(...tallies[0].map(({ alpha }, j) => html("span", {}, html("i", { "data-alpha": String(j % 2) }), `alpha ${brief(alpha)}`)),
      html("span", {}, html("i", { class: "size-whisker" }, html("u")), "95 % interval (Wilson): the shares that this many starts leave plausible"));
    keys.refresh();
  }

  return {
    element,
    /** @param {Tally[][]} tallies by hidden size, then by alpha @param {[number, number] | null} chosen @param {number} seeds */
    paint(tallies, chosen, seeds) {
      say(caption, seeds === 1 ? "hidden units; one start each, from seed 1" : `hidden units; the starts are those of the seeds 1 to ${whole(seeds)}`);
      const wanted = JSON.stringify(tallies.map(group => group.map(({ alpha, size }) => [alpha, size])));
      if (wanted !== shape) build(tallies);
      shape = wanted;
      tallies.forEach((group, i) => group.forEach((tally, j) => groups[i][j].paint(tally, chosen?.[0] === i && chosen[1] === j)));
    },
  };
}

/** @param {number} place of its alpha @param {() => void} tell */
function tallyBar(place, tell) {
  const [fill, whisker, share] = [html("i", { class: "size-fill" }), html("i", { class: "size-whisker" }, html("u")), html("b")];
  const button = html("button", { type: "button", class: "size-bar", tabindex: -1, "data-alpha": String(place % 2) }, fill, whisker, share);
  for (const event of ["pointerenter", "focus", "click"]) button.addEventListener(event, tell);
  return {
    button,
    /** @param {Tally} tally @param {boolean} chosen */
    paint(tally, chosen) {
      const { solved, known } = tally;
      const [low, high] = known ? wilson(solved, known) : [0, 0];
      fill.style.height = `${known ? (100 * solved) / known : 0}%`;
      whisker.hidden = !known;
      whisker.style.bottom = `${(100 * low).toFixed(2)}%`;
      whisker.style.height = `${(100 * (high - low)).toFixed(2)}%`;
      share.style.bottom = `${(100 * high).toFixed(2)}%`;
      say(share, known ? percent(solved, known) : "");
      set(button, "aria-label", tallyWords(tally));
      set(button, "aria-pressed", String(chosen));
    },
  };
}
