// @ts-check
/** Text for elsewhere. */

import { html } from "./dom.js";

/** @param {string} text @returns {Promise<boolean>} whether it could be copied */
export async function copyText(text) {
  // Over plain http from another machine, as in a workshop, there is no clipboard object: then the old way.
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => false);
  const area = html("textarea", { readonly: true, class: "offstage" });
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  return copied;
}
