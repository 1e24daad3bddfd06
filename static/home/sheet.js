// @ts-check
/** Take it home: a list of files, each a button. */

import { html, say } from "../dom.js";
import { GROUPS, remarkOn } from "./entries.js";
import { take } from "./taking.js";

const PICTURES = "Charts and the network: each has a button in its head that saves it as PNG or SVG.";

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").LateSheet} */
export function sheet(element, lab) {
  const status = html("p", { class: "home-status", role: "status" });
  const rows = GROUPS.flatMap(group => group.entries.map(entry => row(entry)));
  element.append(html("h2", {}, "Take this run home"));
  for (const { title, entries } of GROUPS) {
    const own = rows.filter(({ entry }) => entries.includes(entry)).map(({ button }) => html("li", {}, button));
    element.append(html("h3", {}, title), html("ul", {}, ...own));
  }
  element.append(html("p", {}, PICTURES), status);

  /** @param {import("./entries.js").Entry} entry */
  function row(entry) {
    const about = html("span", {});
    const button = html("button", { type: "button", class: "home-file" }, html("b", {}, entry.title), " ", about);
    button.addEventListener("click", () => fetched(entry, button));
    return { entry, button, about };
  }

  /** @param {import("./entries.js").Entry} entry @param {HTMLButtonElement} button */
  async function fetched(entry, button) {
    if (button.getAttribute("aria-disabled") === "true") return;
    // Not disabled for good: that would take the focus away from who pressed it.
    button.setAttribute("aria-disabled", "true");
    delete status.dataset.trouble;
    say(status, `${entry.title}: being made…`);
    try {
      const name = await take(entry.file, lab.state().welcome?.session ?? "");
      say(status, `Saved: ${name}. ${remarkOn(name)}`.trim());
    } catch (error) {
      status.dataset.trouble = "true";
      say(status, error instanceof Error ? error.message : String(error));
    } finally {
      button.removeAttribute("aria-disabled");
    }
  }

  /** @param {import("../lab.js").State} state */
  function update(state) {
    for (const { entry, about } of rows) say(about, entry.about(state));
  }

  return { update };
}
