// @ts-check
/** The slider of the ball's alpha, with where it is steady, overshoots and flees, and a field to type it. */

import { html, say } from "../dom.js";
import { brief } from "../numbers.js";
import { numberCell } from "../pieces/parts.js";
import { within } from "../pieces/typed.js";
import { logarithmic } from "../scale.js";
import { slider } from "../slider.js";
import { ALPHA } from "./kept.js";
import { tip } from "./parts.js";
import { limits } from "./survey.js";
import { BEND, ranges } from "./verdict.js";

/** Pixels that the names of the zones need; the one in the middle goes over to the left where it is wider than its zone. */
const LABELS = [100, 0, 62];
const NAMES = ["settles", "overshoots", "thrown out"];
const ZONES = "What this alpha does near the bottom: settles from one side; overshoots, and settles all the same; throws the ball out.";

const scale = logarithmic(ALPHA.low, ALPHA.high);
/** @param {number} alpha */
const share = alpha => scale.toPosition(alpha) / scale.last;

/** @param {(alpha: number) => void} changed */
export function alphaSlider(changed) {
  const input = html("input", { type: "range", "aria-label": "alpha of the ball" });
  const zones = html("div", { class: "bucket-zones", "aria-hidden": "true", "data-explain": ZONES });
  const marks = NAMES.map(name => {
    const zone = html("span", {}, html("i", {}, name));
    zones.append(zone);
    return zone;
  });
  const cell = numberCell("alpha of the ball, typed", changed, within("alpha", ALPHA.low, ALPHA.high), "decimal");
  const words = html("span");
  const told = html("div", { class: "bucket-ranges" }, words, " ", tip("What is the bend?", BEND));
  const thumb = slider(input, { scale, text: brief, send: alpha => {
    changed(alpha);
    thumb.release(); // nobody else has a say in it
    return true;
  } });
  /** Where the zones end, as shares of the slider. */
  let ends = [0, 1, 1, 1];
  /** Pixels. */
  let width = 0;

  new ResizeObserver(entries => {
    width = entries[entries.length - 1].contentRect.width;
    fit();
  }).observe(input);

  /** A name that has no room is not shown. */
  function fit() {
    marks.forEach((zone, i) => zone.classList.toggle("narrow", (ends[i + 1] - ends[i]) * width < LABELS[i]));
  }

  /** @param {string} text */
  function tell(text) {
    told.dataset.kind = "";
    say(words, text);
  }

  return {
    element: html("div", { class: "bucket-alpha" }, html("span", { class: "name" }, "alpha"), html("div", { class: "bucket-track" }, input, zones), cell.element),
    told,
    /** @param {number} alpha @param {import("./survey.js").Bottom | null} bottom that it is about @param {string} which in words, or empty */
    show(alpha, bottom, which) {
      cell.show(alpha);
      thumb.show(alpha);
      const { overshoots, flips } = bottom ? limits(bottom) : { overshoots: ALPHA.high, flips: ALPHA.high };
      ends = [0, share(overshoots), share(flips), 1];
      marks.forEach((zone, i) => {
        zone.style.left = `${ends[i] * 100}%`;
        zone.style.width = `${(ends[i + 1] - ends[i]) * 100}%`;
      });
      fit();
      const { kind, text } = ranges(bottom, alpha);
      told.dataset.kind = kind;
      say(words, (bottom ? which : "") + text);
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
