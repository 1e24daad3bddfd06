// @ts-check
/**
 * A figure from the server, in the page's colours, together with the Plotly that draws it.
 *
 * @typedef {import("../lab.js").Lab} Lab
 * @typedef {import("../plot.js").Plotly} Plotly
 * @typedef {{data: any[], layout: any}} Figure
 */

import { theme, themed } from "../plot.js";

const TRY_AGAIN = 5000;

/**
 * @param {Lab} lab
 * @param {string} name
 * @param {HTMLElement} box where it is going to be drawn
 * @param {() => void} arrived
 */
export function figureSource(lab, name, box, arrived) {
  /** @type {{plotly: Plotly, figure: Figure} | null} */
  let fetched = null;
  /** @type {Figure | null} */
  let dressed = null;
  let asked = false;

  async function fetchBoth() {
    asked = true;
    try {
      const [plotly, figure] = await Promise.all([lab.plotly(), fetchFigure(name)]);
      fetched = { plotly, figure };
      box.classList.remove("chart-missing");
    } catch {
      box.classList.add("chart-missing"); // charts.css has the sentence
      setTimeout(() => {
        asked = false;
        arrived();
      }, TRY_AGAIN);
    }
    arrived();
  }

  return {
    /** What is needed to draw; null until it is there. */
    get() {
      if (!asked) fetchBoth();
      if (!fetched) return null;
      dressed ??= themed(fetched.figure, theme(box));
      return { plotly: fetched.plotly, figure: dressed };
    },
    plotly: () => fetched?.plotly ?? null,
    /** The colours changed. */
    undress() {
      dressed = null;
    },
  };
}

/** @param {string} name @returns {Promise<Figure>} */
async function fetchFigure(name) {
  const answer = await fetch(`/-/figures/${name}.json`);
  if (!answer.ok) throw new Error(`figure ${name}: ${answer.status}`);
  return answer.json();
}
