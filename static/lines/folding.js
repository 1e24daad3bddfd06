// @ts-check
/** Which rows or columns of a large matrix are shown, and in what words the rest is hidden. Pure. */

import { whole } from "../numbers.js";

/** More than these fold to so many. */
export const MOST = 10;
const FOLDED = 8;

/**
 * @param {number} count
 * @param {boolean} open
 * @param {number | null} wanted must be among them
 * @returns {number[]}
 */
export function visible(count, open, wanted) {
  const all = Array.from({ length: count }, (_, i) => i);
  if (open || count <= MOST) return all;
  if (wanted === null || wanted < FOLDED || wanted >= count) return all.slice(0, FOLDED);
  return [...all.slice(0, FOLDED - 1), wanted];
}

/** "⋯ 30 more rows, 22 more columns", or nothing. @param {number} rows hidden @param {number} columns */
export function hiddenText(rows, columns) {
  const parts = [many(rows, "row"), many(columns, "column")].filter(Boolean);
  return parts.length ? `⋯ ${parts.join(", ")}` : "";
}

/** @param {number} count @param {string} noun */
function many(count, noun) {
  return count ? `${count} more ${noun}${count === 1 ? "" : "s"}` : "";
}

/** Which examples are on the page at all, where not all are. @param {{first: number, shown: number, all: number}} examples */
export function windowText({ first, shown, all }) {
  if (shown === all) return "";
  return `examples ${whole(first + 1)}–${whole(first + shown)} of ${whole(all)}: and ${whole(all - shown)} more rows`;
}
