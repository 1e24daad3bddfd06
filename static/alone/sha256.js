// @ts-check
/** SHA-256 (FIPS 180-4), because a browser has one of its own for pages from a server only. Pure. */

const BLOCK = 64;
const PRIMES = primes(64);
/** The first bits behind the point of the cube roots, and of the square roots, of primes. */
const ROUNDS = PRIMES.map(prime => fraction(prime, 3n));
const START = PRIMES.slice(0, 8).map(prime => fraction(prime, 2n));

/** @param {Uint8Array} message @returns {string} in hexadecimal */
export function sha256(message) {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / BLOCK) * BLOCK);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(8 * message.length));
  const hash = Int32Array.from(START);
  const words = new Int32Array(64);
  for (let at = 0; at < padded.length; at += BLOCK) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + 4 * i);
    mix(hash, words);
  }
  return [...hash].map(word => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** @param {Int32Array} hash @param {Int32Array} words of which the first 16 are given */
function mix(hash, words) {
  for (let i = 16; i < 64; i++) {
    const [early, late] = [words[i - 15], words[i - 2]];
    const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[i] = words[i - 16] + s0 + words[i - 7] + s1;
  }
  let [a, b, c, d, e, f, g, h] = hash;
  for (let i = 0; i < 64; i++) {
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i] + words[i]) | 0;
    const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => (hash[i] += value));
}

/** @param {number} word @param {number} bits to the right */
function turned(word, bits) {
  return (word >>> bits) | (word << (32 - bits));
}

/** @param {number} count */
function primes(count) {
  /** @type {number[]} */
  const found = [];
  for (let n = 2; found.length < count; n++) if (found.every(prime => n % prime)) found.push(n);
  return found;
}

/** The first 32 bits behind the point of a root, reckoned in whole numbers. @param {number} prime @param {bigint} degree */
function fraction(prime, degree) {
  const wanted = BigInt(prime) << (32n * degree);
  let root = 0n;
  for (let bit = 1n << 36n; bit > 0n; bit >>= 1n) {
    if ((root + bit) ** degree <= wanted) root += bit;
  }
  return Number(BigInt.asIntN(32, root));
}
