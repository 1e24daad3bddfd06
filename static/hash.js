// @ts-check
/**
 * What the part of the address behind # says: which session to follow, and which part of the page to show. It never
 * reaches the server's log, nor the page that a link leads to. Pure.
 *
 * @typedef {"code" | "drawing" | "everything"} View
 */

/** @type {readonly View[]} */
export const VIEWS = ["code", "drawing", "everything"];
/** The server takes no longer one. */
const LONGEST = 64;

/** @param {string} hash with its # @returns {{session: string | null, view: View | null}} */
export function readHash(hash) {
  const pairs = new URLSearchParams(hash.replace(/^#/, ""));
  const view = VIEWS.find(name => name === pairs.get("view")) ?? null;
  return { session: pairs.get("session")?.slice(0, LONGEST) || null, view };
}

/** @param {View} view @param {string} [session] */
export function writeHash(view, session) {
  const pairs = new URLSearchParams({ ...(session ? { session } : {}), ...(view === "everything" ? {} : { view }) });
  const text = pairs.toString();
  return text && `#${text}`;
}
