// @ts-check
/** The slider of the ball's alpha, with where it is steady, overshoots and flees, and a field to type it. */

import { html, say } from "../dom.js";
import { tip } from "./parts.js";
import { brief } from "../numbers.js";
import { numberCell } from "../pieces/parts.js";
import { nextInSeries } from "../scale.js";
import { ALPHA, SERIES } from "./kept.js";
import { limits } from "./survey.js";
import { within } from "./typed.js";
import { BEND, ranges } from "./verdict.js";

const LAST = 400;
/** Pixels that the names of the zones need; the one in the middle goes over to the left where it is wider than its zone. */
const LABELS = [100, 0, 62];
const NAMES = ["settles", "overshoots", "thrown out"];
const DECADES = Math.log10(ALPHA.high / ALPHA.low);
/** @type {Record<string, 1 | -1>} */
const KEYS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

const ZONES = "What this alpha does near the bottom: settles from one side; overshoots, and settles all the same; throws the ball out.";

/** @param {number} alpha */
const share = alpha => Math.min(1, Math.max(0, Math.log10(alpha / ALPHA.low) / DECADES));

/** @param {(alpha: number) => void} changed */
export function alphaSlider(changed) {
  const input = html("input", { type: "range", min: 0, max: LAST, step: 1, "aria-label": "alpha of the ball" });
  const zones = html("div", { class: "bucket-zones", "aria-hidden": "true", "data-explain": ZONES });
  const [steady, over, flees] = NAMES.map(name => {
    const zone = html("span", {}, html("i", {}, name));
    zones.append(zone);
    return zone;
  });
  const cell = numberCell("alpha of the ball, typed", changed, within("alpha", ALPHA.low, ALPHA.high));
  const words = html("span");
  const told = html("div", { class: "bucket-ranges" }, words, " ", tip("What is the bend?", BEND));
  let value = 1;

  input.addEventListener("input", () => {
    changed(Number((ALPHA.low * 10 ** ((Number(input.value) / LAST) * DECADES)).toPrecision(2)));
  });
  input.addEventListener("keydown", event => {
    const way = KEYS[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    changed(Math.min(ALPHA.high, Math.max(ALPHA.low, nextInSeries(value, way, SERIES))));
  });

  return {
    element: html("div", { class: "bucket-alpha" }, html("span", { class: "name" }, "alpha"), html("div", { class: "bucket-track" }, input, zones), cell.element),
    told,
    /** @param {number} alpha @param {import("./survey.js").Bottom | null} bottom that it is about @param {string} which in words, or empty */
    show(alpha, bottom, which) {
      value = alpha;
      cell.show(alpha);
      input.value = String(Math.round(share(alpha) * LAST));
      input.style.setProperty("--fill", String(share(alpha)));
      input.setAttribute("aria-valuetext", brief(alpha));
      const { overshoots, flips } = bottom && bottom.bend > 0 ? limits(bottom) : { overshoots: ALPHA.high, flips: ALPHA.high };
      const ends = [0, share(overshoots), share(flips), 1];
      [steady, over, flees].forEach((zone, i) => {
        zone.style.left = `${ends[i] * 100}%`;
        zone.style.width = `${(ends[i + 1] - ends[i]) * 100}%`;
        zone.classList.toggle("narrow", (ends[i + 1] - ends[i]) * input.clientWidth < LABELS[i]);
      });
      const { kind, text } = bottom && bottom.bend > 0 ? ranges(bottom, alpha) : { kind: "", text: "The slope leads to no bottom from here." };
      told.dataset.kind = kind;
      say(words, which + text);
    },
    /** Instead of what is shown of a bottom. @param {string} text */
    tell(text) {
      told.dataset.kind = "";
      say(words, text);
    },
    /** There is nothing to say. */
    blank() {
      cell.input.value = "–";
      this.tell("");
    },
  };
}
