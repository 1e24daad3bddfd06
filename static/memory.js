// @ts-check
/**
 * What outlasts a reload: for this tab, or for this browser. A browser may forbid storage; then nothing is remembered,
 * and nothing else is lost. An embed remembers nothing: what is remembered belongs to the lab in its own tab.
 */

const PREFIX = "eleven-lines:";
const FORGETFUL = "embed" in (globalThis.document?.documentElement.dataset ?? {});

/** @param {() => Storage} storage asked for each time, because asking may be forbidden already */
function memory(storage) {
  return {
    /** @param {string} key @returns {string | null} */
    get(key) {
      if (FORGETFUL) return null;
      try {
        return storage().getItem(PREFIX + key);
      } catch {
        return null;
      }
    },
    /** @param {string} key @param {string | null} value null forgets it */
    set(key, value) {
      if (FORGETFUL) return;
      try {
        if (value === null) storage().removeItem(PREFIX + key);
        else storage().setItem(PREFIX + key, value);
      } catch {} // as said above
    },
  };
}

export const tabMemory = memory(() => sessionStorage);
export const browserMemory = memory(() => localStorage);

/** What was remembered as JSON; an empty object where that cannot be read. @param {string | null} text @returns {any} */
export function parsed(text) {
  try {
    return Object(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}
