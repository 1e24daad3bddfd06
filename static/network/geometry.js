// @ts-check
/**
 * Where the nodes and lines of the drawing stand. Pure.
 *
 * @typedef {object} Spot
 * @property {number} x
 * @property {number} y
 * @property {number} r
 *
 * @typedef {object} Layout
 * @property {Spot[][]} spots by layer and unit
 * @property {boolean[]} crowded layers whose circles are too small for a number
 * @property {number} thickest width of the strongest line, in px
 */

const TOP = 34;
const BOTTOM = 16;
const LEFT = 58;
const RIGHT = 98;
const WIDEST_GAP = 92;
const LARGEST = 21;
/** Circles smaller than this hold no number. */
const LEGIBLE = 14;
/** Layers larger than this stand in two columns, so that the circles stay large enough to see. */
const ONE_COLUMN = 24;

/** @param {number[]} sizes units by layer @param {number} width @param {number} height @returns {Layout} */
export function layoutOf(sizes, width, height) {
  const room = height - TOP - BOTTOM;
  const spots = sizes.map((count, layer) => {
    const x = LEFT + ((width - LEFT - RIGHT) * layer) / Math.max(1, sizes.length - 1);
    return column(count, x, TOP + room / 2, room);
  });
  const crowded = spots.map(layer => layer[0].r < LEGIBLE);
  return { spots, crowded, thickest: crowded.some(Boolean) ? 3.2 : 8 };
}

/** @param {number} count @param {number} x @param {number} middle @param {number} room @returns {Spot[]} */
function column(count, x, middle, room) {
  const columns = count > ONE_COLUMN ? 2 : 1;
  const gap = Math.min(room / count, WIDEST_GAP);
  const r = Math.max(2, Math.min(gap * columns * 0.38, LARGEST));
  return Array.from({ length: count }, (_, i) => ({
    x: x + (columns === 1 ? 0 : (i % 2 === 0 ? -1 : 1) * (r + 4)),
    y: middle + (i - (count - 1) / 2) * gap,
    r,
  }));
}

/** A line from the right of one circle to the left of another. @param {Spot} from @param {Spot} to */
export function curve(from, to) {
  const x1 = from.x + from.r;
  const x2 = to.x - to.r;
  const bend = (x2 - x1) * 0.45;
  return `M${px(x1)} ${px(from.y)}C${px(x1 + bend)} ${px(from.y)} ${px(x2 - bend)} ${px(to.y)} ${px(x2)} ${px(to.y)}`;
}

/** A place on that line, near enough to its start to keep apart from the lines beside it. @param {Spot} from @param {Spot} to */
export function alongCurve(from, to) {
  const [across, down] = [0.4, 0.352]; // 3t² − 2t³ for t = 0.4
  return { x: from.x + (to.x - from.x) * across, y: from.y + (to.y - from.y) * down };
}

/** @param {number} value */
const px = value => value.toFixed(1);

/** From 0 to 1, rising steeply and then levelling off: weights of 1 and of 10 are both worth seeing. @param {number} weight */
export function strength(weight) {
  return Number.isFinite(weight) ? 1 - Math.exp(-Math.abs(weight) / 4) : 0;
}
