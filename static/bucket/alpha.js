// @ts-check
/** The slider of the ball's alpha, with where it is steady, overshoots and flees, and a field to type it. */

import { html, say } from "../dom.js";
import { alphaKnob } from "../pieces/alpha.js";
import { within } from "../pieces/typed.js";
import { logarithmic } from "../scale.js";
import { ALPHA } from "./kept.js";
import { lined } from "./lined.js";
import { tip } from "./parts.js";
import { limits } from "./survey.js";
import { BEND, ranges } from "./verdict.js";

const NAMES = ["settles", "overshoots", "thrown out"];
const ZONES = "What this alpha does near the bottom: settles from one side; overshoots, and settles all the same; throws the ball out.";

/** Pixels that a name may stand out on either side: as far as the slider does. */
const BESIDE = 8;

const scale = logarithmic(ALPHA.low, ALPHA.high);
/** @param {number} alpha */
const share = alpha => scale.toPosition(alpha) / scale.last;

/** @param {(alpha: number) => void} changed */
export function alphaSlider(changed) {
  const { cell, range, show } = alphaKnob({ range: "alpha of the ball", cell: "alpha of the ball, typed" }, scale, within("alpha", ALPHA.low, ALPHA.high), changed);
  const zones = html("div", { class: "bucket-zones", "aria-hidden": "true", "data-explain": ZONES });
  const marks = NAMES.map(() => html("span"));
  const names = NAMES.map(name => html("i", {}, name));
  zones.append(...marks, ...names);
  const words = html("span");
  const bend = tip("What is the bend?", BEND);
  const told = html("div", { class: "bucket-ranges" }, words, " ", bend);
  /** Where the zones end, as shares of the slider. */
  let ends = [0, 1, 1, 1];
  new ResizeObserver(fit).observe(zones);

  /** Each name under the middle of its zone, as far as the others leave room; a zone that is not there has none. */
  function fit() {
    const there = [0, 1, 2].filter(i => ends[i + 1] > ends[i]);
    names.forEach((name, i) => (name.hidden = !there.includes(i)));
    const width = zones.clientWidth;
    const middles = there.map(i => (width * (ends[i] + ends[i + 1])) / 2);
    lined(middles, there.map(i => names[i].offsetWidth), -BESIDE, width + BESIDE).forEach((left, j) => (names[there[j]].style.left = `${left.toFixed(1)}px`));
  }

  /** @param {string} text @param {boolean} [isOfBend] */
  function tell(text, isOfBend = false) {
    told.dataset.kind = "";
    bend.hidden = !isOfBend;
    say(words, text);
  }

  return {
    element: html("div", { class: "bucket-alpha" }, html("span", { class: "name" }, "alpha"), html("div", { class: "bucket-track" }, range, zones), cell.element),
    told,
    /** @param {number} alpha @param {import("./survey.js").Bottom | null} bottom that it is about @param {string} which in words, or empty */
    show(alpha, bottom, which) {
      show(alpha);
      const { overshoots, flips } = bottom ? limits(bottom) : { overshoots: ALPHA.high, flips: ALPHA.high };
      ends = [0, share(overshoots), share(flips), 1];
      marks.forEach((zone, i) => {
        zone.style.left = `${ends[i] * 100}%`;
        zone.style.width = `${(ends[i + 1] - ends[i]) * 100}%`;
      });
      fit();
      const { kind, text } = ranges(bottom, alpha);
      tell((bottom ? which : "") + text, bottom !== null);
      told.dataset.kind = kind;
    },
    /** Instead of what is shown of a bottom. */
    tell,
    /** There is nothing to say. */
    blank() {
      cell.input.value = "–";
      tell("");
    },
  };
}
