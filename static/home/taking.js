// @ts-check
/** Fetching a file that the server makes of this page's own run, under the name that the server gives it. */

import { download } from "../download.js";

const UNHEARD = "The server cannot be heard just now: try again in a moment.";
const GONE = "This run is no longer on the server: reload the page.";
const FAILED = "The server could not make this file.";

/**
 * @param {string} file
 * @param {string} session
 * @returns {Promise<string>} its name
 * @throws {Error} with a sentence for people
 */
export async function take(file, session) {
  // The session's name is a secret: it stands in a header, and so in no history and no log.
  const answer = await fetch(`/-/export/${file}`, { headers: { "Eleven-Lines-Session": session } }).catch(() => null);
  if (!answer) throw new Error(UNHEARD);
  if (!answer.ok) throw new Error(await reasonOf(answer));
  const name = nameIn(answer.headers.get("Content-Disposition") ?? "") ?? file;
  const blob = await answer.blob().catch(() => null);
  if (!blob) throw new Error(UNHEARD);
  const address = URL.createObjectURL(blob);
  download(address, name);
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  return name;
}

/** @param {string} disposition */
export function nameIn(disposition) {
  return /filename="([^"]+)"/.exec(disposition)?.[1] ?? null;
}

/** @param {Response} answer */
async function reasonOf(answer) {
  if (answer.status === 404) return GONE;
  const told = await answer.json().catch(() => null);
  return typeof told?.message === "string" ? told.message : FAILED;
}
