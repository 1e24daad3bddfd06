// @ts-check
/**
 * How many starts ended near which error: bins of a logarithmic axis whose edges stay where they are while more come in,
 * as long as those lie between them. Pure.
 *
 * @typedef {import("./luck-ranks.js").Start} Start
 * @typedef {{low: number, high: number, starts: Start[]}} Bin
 */

/** Parts of a power of ten that a bin may be, the finest first. */
const PARTS = [200, 100, 50, 40, 30, 20, 10, 5, 2, 1];
/** What lies on fewer has so many empty ones on either side. */
const [FEW, BESIDE] = [4, 7];
/** What is smaller stands with this. */
const LEAST = 1e-16;

/** @param {Start[]} starts best first @param {number} most bins @returns {Bin[]} of those that ended at a number */
export function binned(starts, most) {
  const finite = starts.filter(({ error }) => Number.isFinite(error));
  if (!finite.length) return [];
  const [first, last] = [finite[0], finite[finite.length - 1]].map(({ error }) => Math.log10(Math.max(error, LEAST)));
  const parts = PARTS.find(parts => spanOf(first, last, parts) <= most) ?? PARTS[PARTS.length - 1];
  const count = spanOf(first, last, parts);
  const beside = count < FEW ? BESIDE : 0; // a bar over the whole width would be none
  const start = Math.floor(first * parts) - beside;
  const bins = Array.from({ length: count + 2 * beside }, (_, i) => ({
    low: 10 ** ((start + i) / parts), high: 10 ** ((start + i + 1) / parts), starts: /** @type {Start[]} */ ([]),
  }));
  for (const one of finite) bins[binOf(bins, one.error)].starts.push(one);
  return bins;
}

/** @param {number} first @param {number} last @param {number} parts */
function spanOf(first, last, parts) {
  return Math.floor(last * parts) - Math.floor(first * parts) + 1;
}

/** Which of the bins an error belongs to; what lies beyond belongs to the outermost. @param {Bin[]} bins @param {number} error */
export function binOf(bins, error) {
  const after = bins.findIndex(({ high }) => Math.max(error, LEAST) < high);
  return after < 0 ? bins.length - 1 : after;
}

/** The start nearest the middle of a bin, on the logarithmic axis. @param {Bin} bin @returns {Start | undefined} */
export function middleStart({ low, high, starts }) {
  const middle = Math.sqrt(low * high);
  const off = (/** @type {Start} */ { error }) => Math.abs(Math.log(Math.max(error, LEAST) / middle));
  return starts.reduce((best, one) => (best && off(best) <= off(one) ? best : one), /** @type {Start | undefined} */ (undefined));
}

/** How far along the axis an error stands, from 0 to 1. @param {Bin[]} bins @param {number} error */
export function placeOf(bins, error) {
  const [low, high] = [bins[0].low, bins[bins.length - 1].high];
  const share = Math.log(Math.max(error, LEAST) / low) / Math.log(high / low);
  return Math.min(1, Math.max(0, share));
}
