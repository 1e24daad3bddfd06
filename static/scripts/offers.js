// @ts-check
/**
 * What can be done with a program: copy it, keep it, read it, and open the same in the lab.
 *
 * @typedef {import("./library.js").Library} Library
 * @typedef {import("./library.js").Program} Program
 */

import { button } from "../charts/choice.js";
import { copyText } from "../clipboard.js";
import { find, html, say } from "../dom.js";
import { download } from "../download.js";

const UNREACHABLE = "The program could not be fetched from the server; try again.";
/** What the panels are called that do what a program does. @type {Record<string, string>} */
const PANELS = { alphas: "The alpha race", sizes: "Hidden sizes", rule: "Does the rule hold?" };

/** @param {Program} program @param {Library} books @param {import("../lab.js").Lab} lab */
export function offer(program, books, lab) {
  const row = html("div", { class: "scripts-offer", role: "group", "aria-label": program.title });
  named(button(row, "Copy", "Copies the program, for Python 3 with numpy.", copy), `Copy: ${program.title}`);
  named(button(row, "Download", "Saves the program as a file.", () => download(books.address(program.name), `${program.name}.py`)), `Download: ${program.title}`);
  if (program.address) {
    const link = html("a", { class: "chart-button", href: program.address, target: "_blank", rel: "noopener", "aria-label": `Run in the lab: ${program.title} (in a new tab)` }, "Run in the lab ↗");
    lab.explain(link, "Opens the same recipe in a tab of its own, where Play trains it; the run in view stays as it is.");
    row.append(link);
  } else if (program.panel) {
    row.append(html("a", { class: "chart-button", href: `#${program.panel}-title`, "data-panel": program.panel }, `See: ${PANELS[program.panel]}`));
  }
  row.addEventListener("click", event => {
    const link = event.target instanceof Element ? event.target.closest("[data-panel]") : null;
    if (!link) return;
    event.preventDefault(); // what stands behind # says which window this is
    const panel = find(`#${program.panel}`);
    panel.tabIndex = -1;
    panel.scrollIntoView({ block: "start" });
    panel.focus({ preventScroll: true });
  });

  async function copy() {
    const text = await books.text(program.name).catch(() => null);
    if (text === null) return lab.say(UNREACHABLE);
    lab.say(await copyText(text) ? "Copied: paste it into Python." : "This browser does not let the page copy; select the code instead.");
  }

  return row;
}

/** A program that is not on view: closed at first. @param {Program} program @param {Library} books @param {import("../lab.js").Lab} lab */
export function folded(program, books, lab) {
  const code = html("pre", { class: "scripts-code", tabindex: 0, role: "region", "aria-label": `the program: ${program.title}` });
  const element = html("details", { class: "scripts-more" },
    html("summary", {}, program.title, html("span", {}, `post ${program.post}, ${program.lines} lines there`)),
    html("p", {}, `Prints ${program.prints}`), offer(program, books, lab), code);
  element.addEventListener("toggle", async () => {
    if (element.open && !code.textContent) say(code, await books.text(program.name).catch(() => UNREACHABLE));
  });
  return element;
}

/** @param {HTMLElement} element @param {string} label */
function named(element, label) {
  element.setAttribute("aria-label", label);
}
