// @ts-check
/**
 * What a sweep has found as a file of numbers: everything that is known of it. Pure, but for saving it.
 *
 * @typedef {import("../messages.js").SweepResult} SweepResult
 */

import { download } from "../download.js";
import { middleOf, ranked } from "./luck-ranks.js";
import { wilson } from "./size-share.js";

/** One row for each seed that has ended, of a sweep of one alpha and one hidden size. @param {SweepResult} result */
export function seedsCsv({ alphas, hidden_sizes, iterations, errors }) {
  const known = ranked(errors[0][0]).sort((a, b) => a.seed - b.seed);
  return written([
    ["seed", "alpha", "hidden size", "iterations", "error"],
    ...known.map(({ seed, error }) => [seed, alphas[0], hidden_sizes[0] ?? "", iterations, error]),
  ]);
}

/**
 * One row for each hidden size and alpha: how many of its seeds solve the task, which are the best, the middle and the
 * worst of them, and how each ended.
 *
 * @param {SweepResult} result
 * @param {(alpha: number, size: number | null) => string} [post] what the post's program prints there, where anything is
 */
export function cellsCsv({ alphas, hidden_sizes, iterations, seeds, errors, solved, known }, post) {
  const ends = ["best", "middle", "worst"].flatMap(end => [`${end} error`, `${end} seed`]);
  const head = ["hidden size", "alpha", "iterations", "seeds known", "seeds solved", "share solved", "share from (95 %)", "share to (95 %)", ...ends,
    ...(post ? ["error in the post"] : []), ...Array.from({ length: seeds }, (_, i) => `error of seed ${i + 1}`)];
  const rows = hidden_sizes.flatMap((size, i) => alphas.map((alpha, j) => {
    const [count, trials] = [solved[i][j], known[i][j]];
    const starts = ranked(errors[i][j]);
    const told = trials ? [count / trials, ...wilson(count, trials)] : ["", "", ""];
    const three = starts.length ? [starts[0], middleOf(starts), starts[starts.length - 1]].flatMap(({ error, seed }) => [error, seed]) : Array(6).fill("");
    return [size ?? "", alpha, iterations, trials, count, ...told, ...three, ...(post ? [post(alpha, size)] : []), ...errors[i][j].map(error => error ?? "")];
  }));
  return written([head, ...rows]);
}

/** None of these holds a comma or a quote. @param {(string | number)[][]} rows */
function written(rows) {
  return `${rows.map(row => row.join(",")).join("\n")}\n`;
}

/** @param {string} text @param {string} name without ending */
export function saveCsv(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  download(address, `eleven-lines-${name}.csv`);
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
