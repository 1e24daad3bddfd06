// @ts-check
/** What was typed into a form before the page was reloaded: what can be read of it, for anything may stand in a browser's storage. */

import { parsed, tabMemory } from "../memory.js";

/**
 * @template {string} Field
 * @template {string} Subject
 * @param {string} key
 * @param {Field[]} fields
 * @param {Subject[]} subjects of what a study can be
 * @returns {Partial<Record<Field, string>> & {of?: Subject}}
 */
export function typedBefore(key, fields, subjects) {
  const kept = parsed(tabMemory.get(key));
  const texts = fields.filter(field => Object.hasOwn(kept, field) && typeof kept[field] === "string");
  const of = subjects.filter(subject => subject === kept.of).map(subject => ["of", subject]);
  return Object.fromEntries([...texts.map(field => [field, kept[field]]), ...of]);
}
