// @ts-check
/**
 * Which session this tab belongs to, and what its address asks for.
 *
 * An address with a query opens that recipe in a fresh session, once: the query is then taken away, so that a reload
 * comes back to the run instead of starting it again.
 *
 * @typedef {import("./messages.js").Join} Join
 */

const KEY = "eleven-lines:session";
const LONGEST_VALUE = 64;

export function tabSession() {
  /** @type {Record<string, string> | null} */
  let open = askedFor(location.search);
  let session = open ? null : remembered();
  return {
    /** @returns {Join} */
    hello: () => ({ type: "join", session, open }),
    /** @param {string} id */
    welcomed(id) {
      session = id;
      remember(id);
      if (open) history.replaceState(history.state, "", location.pathname);
      open = null;
    },
  };
}

/** @param {string} query @returns {Record<string, string> | null} */
export function askedFor(query) {
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => [name, value.slice(0, LONGEST_VALUE)]);
  return pairs.length ? Object.fromEntries(pairs) : null;
}

function remembered() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string} id */
function remember(id) {
  try {
    sessionStorage.setItem(KEY, id);
  } catch {} // without storage a reload starts afresh, and nothing else is lost
}
