// @ts-check
/**
 * The secret by which this browser finds the runs of all its tabs again. It is in no address and on no page; where the
 * browser forbids storage, it lasts as long as the page.
 */

import { browserMemory } from "./memory.js";

const KEY = "owner";
const BYTES = 18;

/** @type {string | null} */
let secret = null;

export function owner() {
  secret ??= browserMemory.get(KEY) ?? made();
  return secret;
}

function made() {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES));
  const text = btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");
  browserMemory.set(KEY, text);
  return text;
}
