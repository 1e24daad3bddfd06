// @ts-check
/**
 * What most visits never see: a sheet whose modules are fetched when it is opened for the first time, and a panel whose
 * modules are fetched when it is about to come into view.
 *
 * @typedef {import("./lab.js").Lab} Lab
 * @typedef {import("./lab.js").Panel} Panel
 * @typedef {import("./lab.js").LateSheet} LateSheet
 */

import { disclosure } from "./disclosure.js";
import { find, html } from "./dom.js";
import { styleSheet } from "./sheet.js";

const FAILED = "This could not be fetched from the server: close it and try again.";
const LOADING = "Loading…";
const NOT_LOADED = "This could not be fetched from the server. It is tried again every few seconds; if this stays, reload the page.";

/** How near to the window a panel is when it is fetched. */
const NEAR = "600px";
/** Milliseconds until it is tried again. */
const PAUSE = 5_000;

/**
 * @param {HTMLElement} anchor holds the button and its sheet; what styles the sheet has the anchor's name
 * @param {() => Promise<{sheet: (element: HTMLElement, lab: Lab) => LateSheet}>} load
 * @param {Lab} lab
 */
export function late(anchor, load, lab) {
  const sheet = find(".sheet", anchor);
  const button = find("button", anchor);
  /** @type {LateSheet | null} */
  let filled = null;
  disclosure(button, sheet);
  button.addEventListener("click", async () => {
    if (sheet.hidden) return;
    filled ??= await fetched();
    filled?.opened?.();
    filled?.update?.(lab.state());
  });

  async function fetched() {
    try {
      const [module] = await Promise.all([load(), styleSheet(lab.url(`${anchor.id}.css`))]);
      sheet.replaceChildren();
      return module.sheet(sheet, lab);
    } catch {
      sheet.replaceChildren(html("p", {}, FAILED));
      return null;
    }
  }

  return {
    /** @param {import("./lab.js").State} state */
    update(state) {
      if (!sheet.hidden) filled?.update?.(state);
    },
  };
}

/**
 * Fetch a panel when it comes near. Its place is reserved by the page's layout, and says meanwhile what there will be.
 *
 * @param {HTMLElement} section
 * @param {(body: HTMLElement) => Promise<Panel>} load
 * @param {(panel: Panel) => void} add
 */
export function latePanel(section, load, add) {
  const body = find(".panel-body", section);
  const what = section.querySelector(".info")?.getAttribute("data-explain") ?? "";
  const note = html("p", { class: "late-note" }, html("span", {}, what), LOADING);
  section.setAttribute("aria-busy", "true");
  body.append(note);
  const sight = new IntersectionObserver(async entries => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    sight.disconnect();
    try {
      const panel = await load(body);
      note.remove();
      section.removeAttribute("aria-busy");
      add(panel);
    } catch (reason) {
      console.warn(reason);
      note.setAttribute("role", "status");
      note.textContent = NOT_LOADED;
      body.replaceChildren(note);
      setTimeout(() => sight.observe(section), PAUSE);
    }
  }, { rootMargin: NEAR });
  sight.observe(section);
}
