// @ts-check
/**
 * What a closed connection means, and how long to wait before the next try. Pure.
 *
 * @typedef {object} Closing
 * @property {"retry" | "slowly" | "stop"} then
 * @property {string | null} sentence for the person, when there is something to know
 */

const FIRST_WAIT = 250;
const LONGEST_WAIT = 2_000;
const SLOW_WAIT = 15_000;

/** @type {Record<number, Closing>} */
const MEANINGS = {
  1009: { then: "stop", sentence: "This page sent more than the server takes in one message, so it was cut off." },
  4403: { then: "stop", sentence: "This server only talks to pages that it served itself." },
  4408: { then: "stop", sentence: "This page sent too many messages at once, so the server cut it off." },
  4429: { then: "slowly", sentence: "The lab is full just now; this page will be let in when somebody leaves." },
  4503: { then: "retry", sentence: "The server can't read this tab's run just now. This page keeps trying; a new tab begins another run." },
};

/** @param {number} code @returns {Closing} */
export function meaningOf(code) {
  return MEANINGS[code] ?? { then: "retry", sentence: null };
}

/**
 * Milliseconds before the next try: a quarter of a second, doubling up to two, and never the same for everybody, so
 * that thirty laptops do not come back at the same moment.
 *
 * @param {number} failures tries since the last success
 * @param {Closing["then"]} then
 * @param {() => number} [random] from 0 to 1
 */
export function waitBefore(failures, then, random = Math.random) {
  const base = then === "slowly" ? SLOW_WAIT : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures);
  return base * (0.75 + 0.5 * random());
}
