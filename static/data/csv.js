// @ts-check
/** A table as text: what goes onto the clipboard, and what is too much for a message. Pure. */

import { whole } from "../numbers.js";

/** The rows in view, with a line of names, by which the server knows the targets again. @param {import("../messages.js").Snapshot} run */
export function asCsv({ columns, inputs, targets }) {
  const answers = targets[0].map((_, i) => (targets[0].length === 1 ? "y" : `y${i}`));
  const head = [...columns, ...answers].map(quoted);
  return [head, ...inputs.map((row, i) => [...row, ...targets[i]])].map(row => `${row.join(",")}\n`).join("");
}

/** @param {string} text of a cell */
export function quoted(text) {
  return /[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** How many bytes a verb is on the wire. @param {import("../messages.js").ClientMessage} verb */
export function bytesOf(verb) {
  return new TextEncoder().encode(JSON.stringify(verb)).length;
}

/** One sentence if a table of so many bytes cannot be sent, else null. @param {number} bytes @param {number} most */
export function tooLarge(bytes, most) {
  return bytes > most ? `This table is ${whole(bytes)} bytes long; the server takes ${whole(most)} at the most.` : null;
}

/**
 * One sentence if a table has more rows than the lab takes, else null. Lines are counted, not read: of a million that is
 * quick. A first line without a figure at its start has names, and empty lines are none.
 *
 * @param {string} text @param {number} most
 */
export function tooLong(text, most) {
  let rows = /^\s*["']?[^\s\d.+−"'-]/.test(text) ? -1 : 0;
  for (let at = 0; at < text.length;) {
    const end = text.indexOf("\n", at) >>> 0;
    if (end - at > 1 || (text[at] !== "\r" && text[at] !== "\n")) rows++;
    at = end + 1;
  }
  return rows > most ? `This table has ${whole(rows)} rows, and this lab takes up to ${whole(most)}.` : null;
}

/** The text of a file, or null if it is not UTF-8; a byte order mark is left out. @param {ArrayBuffer} bytes */
export function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
