// @ts-check
/**
 * A slice that the server works out, because the page does not hold all rows: one answer at a time, the newest that is
 * wanted, and never so many that the server would do little else.
 *
 * @typedef {import("./cutter.js").Slice & {run: number, iteration: number}} Answer
 *
 * @typedef {object} Wanted
 * @property {string} session
 * @property {string} of the run, its rows and its rules: an answer about others is none
 * @property {import("../lab.js").WeightPlace} place
 * @property {[number, number]} range
 * @property {string} moment what it is of: changes whenever the answer would
 */

import { decode } from "../numbers.js";

/** Milliseconds between an answer and the next question, at the least; and how many times as long as that took. */
const [PAUSE, SHARE] = [250, 6];
/** Until a question that failed is asked again. */
const AGAIN = 3_000;

/** @param {Wanted} wanted @returns {Promise<Answer>} */
async function fetched({ session, place: { synapse, row, column }, range: [low, high] }) {
  const query = new URLSearchParams(Object.entries({ synapse, row, column, low, high }).map(([name, value]) => [name, String(value)]));
  const answer = await fetch(`/-/slice?${query}`, { headers: { "Eleven-Lines-Session": session }, cache: "no-store" });
  if (!answer.ok) throw new Error(`slice: ${answer.status}`);
  return /** @type {any} */ (decode(await answer.text()));
}

/** @param {() => void} changed there is an answer, or time for the next question @param {typeof fetched} [ask] */
export function asking(changed, ask = fetched) {
  /** @type {{wanted: Wanted, answer: Answer} | null} */
  let known = null;
  let busy = false;

  /** @param {Wanted} wanted */
  async function begin(wanted) {
    busy = true;
    const began = performance.now();
    let pause = AGAIN;
    try {
      known = { wanted, answer: await ask(wanted) };
      pause = Math.max(PAUSE, SHARE * (performance.now() - began));
      changed();
    } catch {
      known = null;
    }
    setTimeout(() => {
      busy = false;
      changed();
    }, pause);
  }

  return {
    /** The newest answer about this weight, perhaps still in another range; null until there is one. @param {Wanted} wanted */
    get(wanted) {
      if (!busy && !same(known?.wanted, wanted)) begin(wanted);
      return known && same(known.wanted, { ...wanted, range: known.wanted.range, moment: known.wanted.moment }) ? known.answer : null;
    },
  };
}

/** @param {Wanted | undefined} known @param {Wanted} wanted */
function same(known, wanted) {
  return JSON.stringify(known) === JSON.stringify(wanted);
}
