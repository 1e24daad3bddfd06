// @ts-check
/**
 * Which session this tab belongs to, and what its address asks for.
 *
 * An address with a query opens that recipe in a fresh session, once: the query is then taken away, so that a reload
 * comes back to the run instead of starting it again. What there is not is not opened: then the tab keeps its run.
 * A short link (/r/NAME) is such an address too. An embed keeps its query and says it whenever it joins: its session is
 * soon forgotten, and then it is opened anew.
 *
 * An address with a session behind its # joins that one, as a second window of it; the session is taken away from the
 * address too, so that nobody passes it on without knowing.
 *
 * @typedef {import("./messages.js").Join} Join
 */

import { readHash, writeHash } from "./hash.js";
import { tabMemory } from "./memory.js";
import { owner } from "./owner.js";

const KEY = "session";
const LONGEST_VALUE = 64;
/** One more than a link may have, so that a longer one is refused in words. */
const LONGEST_RUN = 32_769;
const SHORT_LINK = /^(.*\/)r\/([^/]+)\/?$/;
const LOST = "The run that was here is no longer on this server, so here is a new one.";
const NOT_FOUND = "The run to follow was not found on this server, so here is a new one. Open the link again from the first window.";

export function tabSession() {
  const embedded = "embed" in document.documentElement.dataset;
  unfoldShortLink();
  const asked = readHash(location.hash);
  let followed = asked.session !== null;
  /** @type {Record<string, string> | null} */
  let open = followed && !embedded ? null : askedFor(location.search);
  let session = asked.session ?? tabMemory.get(KEY);
  if (followed) {
    tabMemory.set(KEY, session);
    history.replaceState(history.state, "", location.pathname + writeHash(asked.view ?? "everything"));
  }
  return {
    /** @returns {Join} */
    hello: () => ({ type: "join", session, open, owner: owner() }),
    /** The session of this tab, for a second window. */
    token: () => session,
    /** @param {string} id @param {boolean} fresh @returns {string} what to say if the run that this tab wanted is gone */
    welcomed(id, fresh) {
      const lost = fresh && session !== null && (embedded || open === null);
      const sentence = followed ? NOT_FOUND : LOST;
      session = id;
      followed = false;
      tabMemory.set(KEY, id);
      if (embedded) return lost ? sentence : "";
      if (open) history.replaceState(history.state, "", location.pathname + location.hash);
      open = null;
      return lost ? sentence : "";
    },
  };
}

/** /r/NAME becomes /?r=NAME, from where every other address of the lab is found. */
function unfoldShortLink() {
  const [, base, name] = SHORT_LINK.exec(location.pathname) ?? [];
  if (!name) return;
  const pairs = new URLSearchParams(location.search);
  pairs.set("r", name);
  history.replaceState(history.state, "", `${base}?${pairs}${location.hash}`);
}

/** @param {string} query @returns {Record<string, string> | null} */
function askedFor(query) {
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => {
    return [name, value.slice(0, name === "run" ? LONGEST_RUN : LONGEST_VALUE)];
  });
  return pairs.length ? Object.fromEntries(pairs) : null;
}
