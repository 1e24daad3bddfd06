// @ts-check
/** The sentence of a line that moves weights. Pure. */

import { counted, only } from "./extremes.js";
import { figure } from "./figures.js";
import { weightName } from "./naming.js";
import { total } from "./reckoning.js";

/** @param {number} value */
const text = value => figure(value).text;

/** syn1 += alpha * l1.T @ l2_delta @param {import("./work.js").Work} work */
export function tellUpdate(work) {
  const [, , , move, before, after] = work.matrices;
  const sign = work.rules.flipped ? -1 : 1;
  const moves = move.matrix.flat().map(value => sign * value);
  const wrong = work.rules.flipped ? " The update is subtracted here, so every weight that moves goes against it." : "";
  if (moves.some(Number.isNaN)) return `Some updates of ${before.name} are not numbers any more, and so neither are those weights.`;
  if (moves.every(value => value === 0)) return `Every update of ${before.name} is 0: none of its weights moves.`;
  const most = only(moves.map(Math.abs));
  if (!most) return `The weights of ${before.name} move, by ${text(Math.max(...moves.map(Math.abs)))} at the most, which is shared by several.${wrong}`;
  const width = before.columns;
  const [i, j] = [Math.floor(most.place / width), most.place % width];
  const name = `${before.name}[${i}, ${j}]`;
  const who = `${name}, ${weightName(work, before.index, i, j)},`;
  const way = moves[most.place] > 0 ? "up" : "down";
  const size = text(Math.abs(moves[most.place]));
  const [old, now] = [before.matrix[i][j], after.matrix[i][j]];
  const moved = old === now
    ? `would move ${way} by ${size}, too little to change ${text(old)} at all`
    : `moves ${way} by ${size}${text(old) === text(now) ? "" : `, from ${text(old)} to ${text(now)}`}`;
  const first = moves.length === 1 ? `${name}, the only weight, ${moved}` : `${who} ${old === now ? moved : moved.replace("moves", "moves most,")}`;
  return `${first}. ${pushesText(work, i, j, name)}${wrong}`.trim();
}

/** What the examples ask of one weight, and what of it cancels. @param {import("./work.js").Work} work @param {number} i @param {number} j @param {string} name */
function pushesText({ matrices, examples }, i, j, name) {
  const [left, right] = matrices;
  if (examples.shown < examples.all) return `Its update is the sum of what ${counted(examples.all, "example")} ask.`;
  const pushes = left.matrix[i].map((value, row) => value * right.matrix[row][j]);
  const [up, down] = [pushes.filter(push => push > 0), pushes.filter(push => push < 0)];
  if (pushes.length === 1) return "";
  if (!up.length || !down.length) {
    const silent = pushes.length - up.length - down.length;
    const asking = up.length + down.length;
    return silent ? `${asking === 1 ? "One example asks" : `${counted(asking, "example")} ask`} for it; ${counted(silent, "other")} ${silent === 1 ? "asks" : "ask"} nothing of it.` : `All ${counted(pushes.length, "example")} push it the same way.`;
  }
  const [rise, fall] = [total(up), -total(down)];
  return `The examples do not agree on ${name}: they push ${text(rise)} up and ${text(fall)} down before alpha, and ${text(Math.min(rise, fall))} of that cancels on either side.`;
}
