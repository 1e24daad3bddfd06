// @ts-check
/**
 * The random numbers of numpy: what `np.random.seed(seed)` and `np.random.random(count)` give, to the last bit. Pure.
 *
 * The generator is the Mersenne Twister of Matsumoto and Nishimura, with its own way to begin from one number; two of
 * its words make the 53 bits of a number between 0 and 1.
 */

const WORDS = 624;
const AHEAD = 397;
const TWIST = 0x9908b0df;
const UPPER = 0x80000000;

/** @param {number} seed */
function begun(seed) {
  const state = new Uint32Array(WORDS);
  state[0] = seed;
  for (let i = 1; i < WORDS; i++) {
    const last = state[i - 1] ^ (state[i - 1] >>> 30);
    state[i] = Math.imul(last, 1812433253) + i;
  }
  return state;
}

/** @param {Uint32Array} state */
function turn(state) {
  for (let i = 0; i < WORDS; i++) {
    const joined = (state[i] & UPPER) | (state[(i + 1) % WORDS] & ~UPPER);
    state[i] = state[(i + AHEAD) % WORDS] ^ (joined >>> 1) ^ (joined & 1 ? TWIST : 0);
  }
}

/** @param {number} word */
function tempered(word) {
  word ^= word >>> 11;
  word ^= (word << 7) & 0x9d2c5680;
  word ^= (word << 15) & 0xefc60000;
  return (word ^ (word >>> 18)) >>> 0;
}

/** @param {number} seed from 0 to 2**32 − 1 @param {number} count */
export function randomNumbers(seed, count) {
  const state = begun(seed);
  let at = WORDS;
  const next = () => {
    if (at === WORDS) {
      turn(state);
      at = 0;
    }
    return tempered(state[at++]);
  };
  return Array.from({ length: count }, () => {
    const [high, low] = [next() >>> 5, next() >>> 6];
    return (high * 2 ** 26 + low) / 2 ** 53;
  });
}
