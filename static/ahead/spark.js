// @ts-check
/** Whether the chart can be seen, and where its curves go in a small picture of it. Pure. */

/** Of a chart that can be read so much is in view. */
const ENOUGH = 0.6;

/**
 * @typedef {{top: number, bottom: number}} Span
 *
 * @param {Span} chart
 * @param {Span} transport it lies over the page, at the top of the window or at its foot
 * @param {number} height of the window
 */
export function isInView(chart, transport, height) {
  const atFoot = transport.bottom >= height - 1;
  const [first, last] = atFoot ? [0, transport.top] : [Math.max(0, transport.bottom), height];
  const tall = chart.bottom - chart.top;
  return tall > 0 && Math.min(chart.bottom, last) - Math.max(chart.top, first) >= ENOUGH * tall;
}

/**
 * From iterations and errors to pixels: errors by powers of ten, as in the chart.
 *
 * @param {{iterations: number[], errors: number[]}[]} curves
 * @param {{width: number, height: number}} size
 */
export function scaled(curves, { width, height }) {
  const times = curves.flatMap(({ iterations }) => iterations);
  const powers = curves.flatMap(({ errors }) => errors).map(Math.log10).filter(Number.isFinite);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const [low, high] = [Math.min(...powers), Math.max(...powers)];
  return {
    x: (/** @type {number} */ iteration) => (width * (iteration - first)) / Math.max(1, last - first),
    /** What is no number, or 0, has no place. */
    y: (/** @type {number} */ error) => (high > low ? (height * (high - Math.log10(error))) / (high - low) : height / 2),
  };
}
