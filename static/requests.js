// @ts-check
/**
 * Which control asked for what, so that a refusal is shown where the value was typed. Pure.
 *
 * @typedef {import("./messages.js").ClientMessage} ClientMessage
 * @typedef {import("./messages.js").Error} Refusal
 * @typedef {import("./lab.js").Refused} Refused
 */

const KEPT = 64;

export function requests() {
  let next = 1;
  /** @type {Map<number, Refused>} */
  const waiting = new Map();
  return {
    /** @param {ClientMessage} verb @param {Refused} refused @returns {ClientMessage} the verb with its number */
    number(verb, refused) {
      const request = next++;
      waiting.set(request, refused);
      // What is granted is never answered by number, so the oldest are let go.
      if (waiting.size > KEPT) waiting.delete(waiting.keys().next().value ?? 0);
      return { ...verb, request };
    },
    /** @param {Refusal} refusal @returns {boolean} whether somebody took it */
    refuse(refusal) {
      const refused = refusal.request === null ? undefined : waiting.get(refusal.request);
      refused?.(refusal);
      return refused !== undefined;
    },
  };
}
