// @ts-check
/** A run is given a name in the place of its title: Enter keeps it, Escape leaves it as it was. */

import { html, svg } from "../dom.js";

const LONGEST = 60;

/**
 * @param {HTMLElement} item
 * @param {{title: string, name: string, rename: (name: string) => Promise<boolean>}} wires
 */
export function renaming(item, { title, name, rename }) {
  const button = html("button", { type: "button", class: "icon run-tool", "aria-label": `Rename ${title}` },
    svg("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("path", { d: "M4 16l.8-3.4L13 4.4l2.6 2.6-8.2 8.2L4 16Z" })));
  const field = html("input", { type: "text", class: "run-name", maxlength: LONGEST, "aria-label": "Name of the run", autocomplete: "off" });

  function close() {
    if (!field.isConnected) return;
    field.remove();
    delete item.dataset.naming;
    button.focus();
  }

  button.addEventListener("click", () => {
    if (field.isConnected) return close();
    field.value = name;
    field.placeholder = title;
    item.dataset.naming = "true";
    item.append(field);
    field.select();
  });
  field.addEventListener("keydown", async event => {
    if (event.key === "Escape") {
      event.preventDefault(); // the sheet has the next one
      close();
    }
    if (event.key !== "Enter") return;
    if (field.value.trim() === name) return close();
    field.disabled = true;
    if (await rename(field.value.trim())) return;
    field.disabled = false;
    field.focus();
  });
  return button;
}
