// @ts-check
/**
 * Which session this tab belongs to, and what its address asks for.
 *
 * An address with a query opens that recipe in a fresh session, once: the query is then taken away, so that a reload
 * comes back to the run instead of starting it again. What there is not is not opened: then the tab keeps its run.
 *
 * @typedef {import("./messages.js").Join} Join
 */

import { tabMemory } from "./memory.js";

const KEY = "session";
const LONGEST_VALUE = 64;

export function tabSession() {
  /** @type {Record<string, string> | null} */
  let open = askedFor(location.search);
  let session = tabMemory.get(KEY);
  return {
    /** @returns {Join} */
    hello: () => ({ type: "join", session, open }),
    /** @param {string} id @param {boolean} fresh @returns {boolean} whether the run that this tab had is gone */
    welcomed(id, fresh) {
      const lost = fresh && session !== null && open === null;
      session = id;
      tabMemory.set(KEY, id);
      if (open) history.replaceState(history.state, "", location.pathname);
      open = null;
      return lost;
    },
  };
}

/** @param {string} query @returns {Record<string, string> | null} */
function askedFor(query) {
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => [name, value.slice(0, LONGEST_VALUE)]);
  return pairs.length ? Object.fromEntries(pairs) : null;
}
