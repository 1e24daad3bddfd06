// @ts-check
/**
 * Where the present stretch of training began: when it was last started, stepped, or changed by hand. Pure.
 *
 * @typedef {import("../lab.js").State} State
 * @typedef {import("../messages.js").Frame} Moment
 *
 * @typedef {object} Memory
 * @property {State["run"]} run
 * @property {State["marks"]} list the marks, and what they say
 * @property {string} marks
 * @property {boolean} playing
 * @property {number} pausedAt
 * @property {Moment | null} from where the stretch began
 * @property {number | null} was the mean error before something was changed by hand where the stretch begins
 * @property {boolean} again that was in its past, so that the run was trained again
 * @property {Moment | null} last
 */

/** The last frame of a stretch may come after the word that it is over, in ms; nobody steps so soon after. */
const TRAILING = 300;

/** @type {Memory} */
export const NOTHING = { run: null, list: [], marks: "", playing: false, pausedAt: -Infinity, from: null, was: null, again: false, last: null };

/** @param {Memory} memory @param {State} state @param {number} clock milliseconds @returns {Memory} */
export function follow(memory, state, clock) {
  const { run, controls, marks } = state;
  const now = momentOf(memory, state);
  if (!run || !now || !controls) return memory;
  const playing = controls.playing || controls.catching_up != null;
  const pausedAt = memory.playing && !playing ? clock : memory.pausedAt;
  const said = marks === memory.list ? memory.marks : JSON.stringify(marks);
  const here = { ...memory, run, list: marks, marks: said, playing, last: now, pausedAt };
  const { last, from } = memory;
  if (!last || !from || memory.run?.run !== run.run || now.iteration < last.iteration) {
    return { ...here, from: now, was: null, pausedAt: -Infinity };
  }
  if (edited(memory, here)) return { ...here, from: now, was: last.error, again: changedElsewhere(memory.list, marks, now.iteration) };
  if (playing && !memory.playing) return { ...here, from: last, was: null };
  if (now.iteration === last.iteration) return from.iteration === now.iteration ? { ...here, from: now } : here;
  const stepped = !playing && !memory.playing && clock - memory.pausedAt > TRAILING;
  return { ...here, from: stepped ? last : from, was: null };
}

/** The newest frame with a detail; the newest of all where that one is no news. @param {Memory} memory @param {State} state */
function momentOf({ last, run: before }, { run, frame, detailed }) {
  if (!detailed || !frame || (before?.run === run?.run && last && detailed.iteration < last.iteration)) return frame;
  return detailed.iteration === last?.iteration && frame.iteration > last.iteration ? frame : detailed;
}

/** @param {State["marks"]} before @param {State["marks"]} after @param {number} now */
function changedElsewhere(before, after, now) {
  const [was, is] = [before, after].map(marks => [marks, marks.filter(({ iteration }) => iteration === now)].map(list => JSON.stringify(list)));
  return was[0] !== is[0] && was[1] === is[1];
}

/**
 * A snapshot of another window on the rows is no edit, nor is one that comes because the page went past an edit.
 *
 * @param {Memory} memory
 * @param {Memory} here
 */
function edited(memory, here) {
  const stayed = memory.last?.iteration === here.last?.iteration;
  const looked = memory.run?.first_row !== here.run?.first_row;
  return memory.marks !== here.marks || (memory.run !== here.run && stayed && !looked);
}
