// @ts-check
/** Where labels go so that none covers another. Pure. */

/**
 * Move points on a line as little as possible so that each is `gap` from the next; a small move of one moves the
 * others a little, never with a leap.
 *
 * @param {number[]} wanted ascending
 * @param {number} gap
 * @param {number} low nothing goes below
 * @param {number} high nothing goes above, if there is room at all
 */
export function spread(wanted, gap, low, high) {
  /** Blocks of points that touch, each at the mean of where its points want to begin it. */
  const blocks = /** @type {{sum: number, count: number}[]} */ ([]);
  wanted.forEach((value, i) => {
    let block = { sum: value - i * gap, count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count > block.sum / block.count; last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
  });
  const top = high - (wanted.length - 1) * gap;
  const starts = blocks.flatMap(({ sum, count }) => Array(count).fill(Math.max(low, Math.min(sum / count, top))));
  return starts.map((start, i) => start + i * gap);
}

/**
 * Put labels into rows, each into the first where it fits; one that fits nowhere gets -1.
 *
 * @param {{start: number, end: number}[]} labels
 * @param {number} rows
 * @param {number} [gap]
 */
export function inRows(labels, rows, gap = 6) {
  const ends = Array(rows).fill(-Infinity);
  return labels.map(({ start, end }) => {
    const row = ends.findIndex(last => last + gap <= start);
    if (row >= 0) ends[row] = end;
    return row;
  });
}

/**
 * Neighbours closer than a few pixels, taken together, but no farther than a reach from the first of them.
 *
 * @template T
 * @param {T[]} items
 * @param {(item: T) => number} at
 * @param {number} near
 * @param {number} [reach]
 * @returns {T[][]}
 */
export function together(items, at, near, reach = Infinity) {
  /** @type {T[][]} */
  const groups = [];
  for (const item of items) {
    const last = groups.at(-1);
    const joins = last && at(item) - at(last[last.length - 1]) < near && at(item) - at(last[0]) < reach;
    if (last && joins) last.push(item);
    else groups.push([item]);
  }
  return groups;
}
