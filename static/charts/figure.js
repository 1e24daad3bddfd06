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
 * @param {() => string} [of] what it is to be of now; empty: what it is of for everybody, else this page's own session
 */
export function figureSource(lab, name, box, arrived, of = () => "") {
  /** @type {{plotly: Plotly, figure: Figure} | null} */
  let fetched = null;
  /** What it was asked for. */
  let subject = "";
  /** @type {Figure | null} */
  let dressed = null;
  let asked = false;

  async function fetchBoth() {
    asked = true;
    subject = of();
    const wanted = subject;
    try {
      const session = wanted ? lab.state().welcome?.session : undefined;
      const [plotly, figure] = await Promise.all([lab.plotly(), fetchFigure(name, session)]);
      if (wanted !== subject) return;
      [fetched, dressed] = [{ plotly, figure }, null];
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
      if (!asked || of() !== subject) {
        fetched = null;
        fetchBoth();
      }
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

/** @param {string} name @param {string} [session] @returns {Promise<Figure>} */
async function fetchFigure(name, session) {
  const answer = await fetch(`/-/figures/${name}.json`, { headers: session ? { "Eleven-Lines-Session": session } : {} });
  if (!answer.ok) throw new Error(`figure ${name}: ${answer.status}`);
  return answer.json();
}
