// @ts-check
/** Something to keep, as a file. */

import { html } from "./dom.js";

/** @param {string} address @param {string} name */
export function download(address, name) {
  html("a", { href: address, download: name }).click();
}

/**
 * A file that the server makes of this page's own session.
 *
 * @param {string} address
 * @param {string} name
 * @param {string} session
 * @returns {Promise<boolean>} whether it came
 */
export async function downloadOwn(address, name, session) {
  // The session's name is a secret: it stands in a header, and so in no history and no log.
  const answer = await fetch(address, { headers: { "Eleven-Lines-Session": session } }).catch(() => null);
  if (!answer?.ok) return false;
  const file = URL.createObjectURL(await answer.blob());
  download(file, name);
  setTimeout(() => URL.revokeObjectURL(file), 1000);
  return true;
}
