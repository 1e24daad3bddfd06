// @ts-check
/** The labels under a histogram: powers of ten and what lies between, or its two ends where that would be none. */

import { logTicks } from "../charts/axes.js";
import { html } from "../dom.js";
import { small } from "../numbers.js";
import { placeOf } from "./luck-bins.js";

/** @typedef {import("./luck-bins.js").Bin} Bin */

export function luckAxis() {
  const element = html("div", { class: "luck-axis", "aria-hidden": "true" });
  let drawn = "";
  return {
    element,
    /** @param {Bin[]} bins at least one */
    paint(bins) {
      const labels = labelsOf(bins);
      const key = labels.map(({ text, share }) => `${text} ${share}`).join();
      if (key === drawn) return;
      drawn = key;
      element.replaceChildren(...labels.map(({ text, share }) => {
        const label = html("span", share < 0.06 ? { class: "first" } : share > 0.94 ? { class: "last" } : {}, text);
        label.style.left = `${(share * 100).toFixed(2)}%`;
        return label;
      }));
    },
  };
}

/** @param {Bin[]} bins */
function labelsOf(bins) {
  const [low, high] = [bins[0].low, bins[bins.length - 1].high];
  const { tickvals, ticktext } = logTicks([low, high], 6);
  const labels = tickvals.map((value, i) => ({ text: ticktext[i], share: placeOf(bins, value) }));
  return labels.length > 1 ? labels : [{ text: small(low), share: 0 }, { text: small(high), share: 1 }];
}
