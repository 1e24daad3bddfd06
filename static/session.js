// @ts-check
/**
 * Which session this tab belongs to, and what its address asks for.
 *
 * An address with a query opens that recipe in a fresh session, once: the query is then taken away, so that a reload
 * comes back to the run instead of starting it again. What there is not is not opened: then the tab keeps its run.
 *
 * An address with a session behind its # joins that one, as a second window of it; the session is taken away from the
 * address too, so that nobody passes it on without knowing.
 *
 * @typedef {import("./messages.js").Join} Join
 */

import { readHash, writeHash } from "./hash.js";
import { tabMemory } from "./memory.js";

const KEY = "session";
const LONGEST_VALUE = 64;
const LOST = "The run that was here is no longer on this server, so here is a new one.";
const NOT_FOUND = "The run to follow was not found on this server, so here is a new one. Open the link again from the first window.";

export function tabSession() {
  const asked = readHash(location.hash);
  let followed = asked.session !== null;
  /** @type {Record<string, string> | null} */
  let open = followed ? null : askedFor(location.search);
  let session = asked.session ?? tabMemory.get(KEY);
  if (followed) {
    tabMemory.set(KEY, session);
    history.replaceState(history.state, "", location.pathname + writeHash(asked.view ?? "everything"));
  }
  return {
    /** @returns {Join} */
    hello: () => ({ type: "join", session, open }),
    /** The session of this tab, for a second window. */
    token: () => session,
    /** @param {string} id @param {boolean} fresh @returns {string} what to say if the run that this tab wanted is gone */
    welcomed(id, fresh) {
      const lost = fresh && session !== null && open === null;
      const sentence = followed ? NOT_FOUND : LOST;
      session = id;
      followed = false;
      tabMemory.set(KEY, id);
      if (open) history.replaceState(history.state, "", location.pathname + location.hash);
      open = null;
      return lost ? sentence : "";
    },
  };
}

/** @param {string} query @returns {Record<string, string> | null} */
function askedFor(query) {
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => [name, value.slice(0, LONGEST_VALUE)]);
  return pairs.length ? Object.fromEntries(pairs) : null;
}
