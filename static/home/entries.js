// @ts-check
/**
 * What a run can be taken home as: one entry a file, in the order of the sheet. Pure.
 *
 * @typedef {import("../lab.js").State} State
 *
 * @typedef {object} Entry
 * @property {string} file the last part of its address, /-/export/FILE
 * @property {string} title
 * @property {(state: Pick<State, "frame">) => string} about one line
 */

import { whole } from "../numbers.js";

/** As in app/export/tables.py. */
const MOST_ROWS = 100_000;

/** @type {{title: string, entries: Entry[]}[]} */
export const GROUPS = [
  {
    title: "Train it again",
    entries: [
      { file: "script.py", title: "Python script", about: () => "This very run, changes and all, in plain numpy: it prints the same error." },
      { file: "notebook.ipynb", title: "Jupyter notebook", about: () => "The same program in cells, with charts drawn by matplotlib." },
      { file: "run.html", title: "One web page", about: () => "Trains it again in any browser, without a server: with play, scrub and charts." },
    ],
  },
  {
    title: "Its numbers",
    entries: [
      { file: "weights.csv", title: "Weights", about: ({ frame }) => `${weightsOf(frame)} to the last bit, as CSV.` },
      { file: "curve.csv", title: "Error curve", about: ({ frame }) => `The mean error ${stepText(frame?.iteration ?? 0)}, as CSV.` },
      { file: "run.npz", title: "All for numpy", about: () => "Weights, data, curve and changes in one file for np.load." },
      { file: "run.json", title: "Recipe and timeline", about: () => "What decides every number of the run, and the link that opens it." },
    ],
  },
];

/** The least of 1, 2, 5, 10, … by which so many iterations are few enough rows. @param {number} iterations */
export function stepOf(iterations) {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].map(digit => digit * power).find(step => Math.ceil(iterations / step) + 1 <= MOST_ROWS);
    if (step) return step;
  }
}

/** @param {number} iterations */
function stepText(iterations) {
  const step = stepOf(iterations);
  if (step === 1) return `after every iteration, ${whole(iterations + 1)} rows`;
  return `after every ${whole(step)} iterations, ${whole(Math.ceil(iterations / step) + 1)} rows`;
}

/** @param {State["frame"]} frame */
function weightsOf(frame) {
  const count = frame?.weights.flat(2).length ?? 0;
  return `${whole(count)} ${count === 1 ? "number" : "numbers"}`;
}

/** What is to be known of a file that came. @param {string} name */
export function remarkOn(name) {
  if (name.endsWith(".zip")) return "Unpack it: the table of the examples lies beside the program.";
  if (name.endsWith("-kept.csv")) {
    return "This run takes too long to train again for that, so these are the points that the lab keeps: the lowest and the highest error of every stretch.";
  }
  return "";
}
