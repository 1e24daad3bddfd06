// @ts-check
/**
 * What the server knows of this browser's runs, and what can be asked of it. Whose they are and who asks stand in
 * headers: they are secrets, and so in no address.
 *
 * @typedef {import("./card.js").Card} Card
 * @typedef {{runs: Card[], more: boolean, keep_days: number, now: number}} Shelf
 */

import { decode } from "../numbers.js";
import { owner } from "../owner.js";

const PLACE = "/-/runs";
const UNHEARD = "The server cannot be heard just now: try again in a moment.";

/** @param {() => string} session the one of this page */
export function asking(session) {
  /** @param {string} path @param {string} method @param {object} [body] */
  async function ask(path, method, body) {
    const headers = { "Eleven-Lines-Session": session(), "Eleven-Lines-Owner": owner() };
    const told = body && JSON.stringify(body);
    const answer = await fetch(PLACE + path, { method, headers, body: told, cache: "no-store" }).catch(() => null);
    if (!answer) throw new Error(UNHEARD);
    if (!answer.ok) throw new Error(await sentenceOf(answer));
    return answer;
  }

  return {
    /** @param {number} skip @returns {Promise<Shelf>} */
    list: async skip => /** @type {any} */ (decode(await (await ask(skip ? `?skip=${skip}` : "", "GET")).text())),
    /** @param {string} id */
    open: id => ask(`/${id}/open`, "POST"),
    /** @param {string} id @param {string} name */
    rename: (id, name) => ask(`/${id}`, "PATCH", { name }),
    /** @param {string} id */
    remove: id => ask(`/${id}`, "DELETE"),
  };
}

/** @param {Response} answer */
async function sentenceOf(answer) {
  const error = await answer.json().catch(() => null);
  return typeof error?.message === "string" ? error.message : UNHEARD;
}
