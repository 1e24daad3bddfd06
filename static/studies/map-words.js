// @ts-check
/**
 * A map in words. Pure.
 *
 * @typedef {import("./map-cells.js").Cell} Cell
 * @typedef {import("./map-cells.js").Shown} Shown
 */

import { brief, small, whole } from "../numbers.js";
import { capital } from "../story/wording.js";
import { bestBySize, runOf } from "./map-cells.js";
import { unitsOf } from "./race-words.js";
import { percent } from "./size-share.js";

/** What stands in a cell. @param {Cell} cell @param {Shown} shown */
export function textOf(cell, shown) {
  const run = runOf(cell, shown);
  if (!run) return "";
  return shown === "solved" ? percent(cell.solved, cell.starts.length) : small(run.error);
}

/** One cell, whole. @param {Cell} cell @param {Shown} shown */
export function cellWords(cell, shown) {
  const { starts, solved, seeds } = cell;
  const where = `alpha ${brief(cell.alpha)}, ${unitsOf(cell.size)}`;
  const run = runOf(cell, shown);
  if (!run) return `${where}: not known yet.`;
  if (seeds === 1) return `${where}: seed ${run.seed} ends at ${small(run.error)} and ${solved ? "solves it" : "does not solve it"}.`;
  const far = starts.length < seeds ? `${whole(starts.length)} of ${whole(seeds)} seeds so far, and ` : `${whole(seeds)} seeds, and `;
  const [best, middle, worst] = ["best", "middle", "worst"].map(kind => runOf(cell, /** @type {Shown} */ (kind)));
  return `${where}: ${far}${manyOf(solved, starts.length)}. Best ${told(best)}, ` +
    `middle ${told(middle)}, worst ${told(worst)}.`;
}

/** @param {number} solved @param {number} known */
function manyOf(solved, known) {
  if (solved === known) return "all solve it";
  return solved ? `${whole(solved)} of them ${solved === 1 ? "solves" : "solve"} it` : "none solves it";
}

/** @param {import("./luck-ranks.js").Start | undefined} start */
function told(start) {
  return start ? `${small(start.error)} (seed ${start.seed})` : "not known";
}

/** What the whole map shows, from its numbers; one of a single cell shows that cell. @param {Cell[][]} cells @param {Shown} shown */
export function mapWords(cells, shown) {
  const known = cells.flat().filter(({ starts }) => starts.length);
  const bests = bestBySize(cells, shown).flatMap(best => (best ? [best] : []));
  if (cells.flat().length === 1) return known.length ? capital(cellWords(known[0], shown)) : "";
  if (!bests.length) return "";
  const best = bests.reduce((least, cell) => (errorOf(cell, shown) < errorOf(least, shown) ? cell : least));
  const lead = `Lowest: ${small(errorOf(best, shown))}, with alpha ${brief(best.alpha)} and ${unitsOf(best.size)}.`;
  const others = bests.length <= 3 ? bests.filter(cell => cell !== best) : [];
  const beside = others.map(cell => ` With ${unitsOf(cell.size)} it is ${small(errorOf(cell, shown))}, at alpha ${brief(cell.alpha)}.`);
  const all = known.filter(({ solved, starts }) => solved === starts.length).length;
  const none = known.filter(({ solved }) => !solved).length;
  const single = known.every(({ seeds }) => seeds === 1);
  const count = (/** @type {number} */ many) => `${whole(many)} ${many === 1 ? "is" : "are"}`;
  const every = known.length === 1 ? "" : `Of ${whole(known.length)} cells ${count(all)} solved${single ? "" : " from every seed"}, ${single ? `${count(none)} not` : `${whole(none)} from none`}.`;
  return `${lead}${beside.join("")} ${every}`.trim();
}

/** @param {Cell} cell @param {Shown} shown */
function errorOf(cell, shown) {
  return runOf(cell, shown)?.error ?? NaN;
}
