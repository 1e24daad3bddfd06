// @ts-check
/** What the sheet asks of the server, on behalf of this page's own session. */

const UNHEARD = "The server cannot be heard just now.";

/**
 * @param {() => string} session
 */
export function asking(session) {
  /** @param {string} address @param {RequestInit} [more] @returns {Promise<Response>} */
  async function ask(address, more = {}) {
    const answer = await fetch(address, { ...more, headers: { "Eleven-Lines-Session": session() } }).catch(() => null);
    if (answer === null) throw new Error(UNHEARD);
    if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).message ?? UNHEARD);
    return answer;
  }

  return {
    /** @param {string} point now or start @returns {Promise<import("./words.js").Link>} */
    link: async point => (await ask(`/-/share?from=${point}`)).json(),
    /** @param {string} point @returns {Promise<string>} the name of a short link */
    shortName: async point => (await (await ask(`/-/links?from=${point}`, { method: "POST" })).json()).name,
    /** @param {string} address @returns {Promise<Blob>} */
    code: async address => (await ask("/-/qr", { method: "POST", body: address })).blob(),
  };
}
