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

const TOP = 44;
const BOTTOM = 16;
const LEFT = 58;
const RIGHT = 106;
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

/** The same line from right to left. @param {Spot} from @param {Spot} to */
export function curveBack(from, to) {
  const x1 = to.x - to.r;
  const x2 = from.x + from.r;
  const bend = (x2 - x1) * 0.45;
  return `M${px(x1)} ${px(to.y)}C${px(x1 + bend)} ${px(to.y)} ${px(x2 - bend)} ${px(from.y)} ${px(x2)} ${px(from.y)}`;
}

/** A place on that line, where it has come so far down, or up, as this share of the way. @param {Spot} from @param {Spot} to @param {number} share 0..1 */
export function onCurve(from, to, share) {
  const t = 0.5 - Math.sin(Math.asin(1 - 2 * share) / 3); // 3t² − 2t³ = share
  const [x1, x2] = [from.x + from.r, to.x - to.r];
  const bend = (x2 - x1) * 0.45;
  const x = (1 - t) ** 3 * x1 + 3 * (1 - t) ** 2 * t * (x1 + bend) + 3 * (1 - t) * t ** 2 * (x2 - bend) + t ** 3 * x2;
  return { x, y: from.y + (to.y - from.y) * share };
}

const LABEL = 12;
const LABEL_SHARE = 0.352;

/**
 * How far down its line a number stands so that it meets none of another line between two layers; null: no such place.
 * Near the left end the numbers of one circle come close to each other, farther on those of two neighbours cross.
 *
 * @param {Spot[]} before
 * @param {Spot[]} after
 */
export function labelShare(before, after) {
  const gap = after.length > 1 ? after[1].y - after[0].y : 0;
  const between = before.length > 1 ? before[1].y - before[0].y : Infinity;
  const most = between === Infinity ? 1 : (between - LABEL) / (gap * (after.length - 1) + between);
  const share = Math.min(LABEL_SHARE, most);
  return share > 0 && (after.length === 1 || share * gap >= LABEL) ? share : null;
}

/** @param {number} value */
const px = value => value.toFixed(1);

/** From 0 to 1, rising steeply and then levelling off: weights of 1 and of 10 are both worth seeing. @param {number} weight */
export function strength(weight) {
  return Number.isFinite(weight) ? 1 - Math.exp(-Math.abs(weight) / 4) : 0;
}

/** Where on the drawing a part is spoken of. @param {import("./walk.js").Part} part @param {Layout} layout @returns {Spot} */
export function middleOf(part, { spots }) {
  if (part.kind === "node") return spots[part.layer][part.unit];
  const [from, to] = [spots[part.layer][part.from], spots[part.layer + 1][part.to]];
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, r: 4 };
}

const HOLD = 0.7;

/** Where on its line a weight is held: beyond the middle, where most lines cross. @param {import("./walk.js").Edge} edge @param {Layout} layout */
export function holdOf({ layer, from, to }, { spots }) {
  return onCurve(spots[layer][from], spots[layer + 1][to], HOLD);
}
