// @ts-check
/**
 * Random numbers by name: the same name and seed give the same numbers in every browser. Pure.
 *
 * The name and the seed are mixed by FNV-1a; from there on it is the "mulberry32" of T. Ettinger. Balls and blind search
 * draw from streams of their own, so that neither changes what the other finds.
 */

/** @param {string} name @param {number} seed @returns {() => number} from 0 up to, not including, 1 */
export function stream(name, seed) {
  let state = mixed(`${name} ${seed}`);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {string} text */
function mixed(text) {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash;
}
