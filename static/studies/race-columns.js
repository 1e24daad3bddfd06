// @ts-check
/**
 * Which columns of a race there is room for. The run, its last error, its verdict and Open are always there; then come
 * the first error, the direction changes, the largest weights and as many marks between as fit, evenly. Pure.
 *
 * @typedef {{marks: number[], turns: boolean, largest: boolean}} Columns marks by their index
 * @typedef {{names: string[], turns: string[], largest: string[]}} Texts of the cells that can be long
 */

/** Pixels of a mark, and of the verdict and Open together. */
const [MARK, ALWAYS] = [76, 157];
/** Of the swatch before a name, of a character of it, and of one of a figure and what is around that. */
const [SWATCH, LETTER, FIGURE, AROUND] = [37, 7, 7.25, 11];
/** Of the headings, which break. */
const [TURNS, LARGEST] = [68, 78];

/** @param {number} width @param {number} count of marks @param {Texts} texts @returns {Columns} */
export function columnsFor(width, count, texts) {
  const longest = (/** @type {string[]} */ all) => Math.max(0, ...all.map(text => text.length));
  let room = width - ALWAYS - MARK - SWATCH - LETTER * longest(texts.names);
  const take = (/** @type {number} */ pixels) => room >= pixels && ((room -= pixels), true);
  const first = count > 1 && take(MARK);
  const turns = take(Math.max(TURNS, AROUND + FIGURE * longest(texts.turns)));
  const largest = turns && take(Math.max(LARGEST, AROUND + FIGURE * longest(texts.largest)));
  return { marks: evenly(count, first ? 2 + Math.max(0, Math.floor(room / MARK)) : 1), turns, largest };
}

/** The last of them, the first, and every second, fifth, … between. @param {number} count @param {number} most @returns {number[]} */
export function evenly(count, most) {
  const all = Array.from({ length: count }, (_, i) => i);
  if (most < 2) return all.slice(-1);
  for (let decade = 1; ; decade *= 10) {
    for (const stride of [1, 2, 5].map(step => step * decade)) {
      const kept = all.filter(i => i % stride === 0 || i === count - 1);
      if (kept.length <= most) return kept;
    }
  }
}
