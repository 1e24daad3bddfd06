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

const FAILED = "This could not be fetched from the server: close it and try again.";

/** How near to the window a panel is when it is fetched. */
const NEAR = "600px";
/** Milliseconds until it is tried again. */
const PAUSE = 5_000;

/**
 * @param {HTMLElement} anchor holds the button and its sheet
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
      const module = await load();
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
 * @param {HTMLElement} section
 * @param {() => Promise<Panel>} load
 * @param {(panel: Panel) => void} add
 */
export function latePanel(section, load, add) {
  const sight = new IntersectionObserver(async entries => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    sight.disconnect();
    try {
      add(await load());
    } catch {
      setTimeout(() => sight.observe(section), PAUSE);
    }
  }, { rootMargin: NEAR });
  sight.observe(section);
}
