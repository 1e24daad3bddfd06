// @ts-check
/** Tabs within a panel: what is chosen is remembered in this tab of the browser, and made when first looked at. */

import { html } from "../dom.js";
import { tabMemory } from "../memory.js";

/** @type {Record<string, (here: number) => number>} */
const KEYS = {
  ArrowRight: here => here + 1,
  ArrowLeft: here => here - 1,
  Home: () => 0,
  End: () => -1,
};

/**
 * @param {string} label
 * @param {string} key in memory
 * @param {{name: string, title: string}[]} offered
 * @param {(name: string, page: HTMLElement) => void} turned to a page
 */
export function tabset(label, key, offered, turned) {
  const list = html("div", { class: "piece-tabs", role: "tablist", "aria-label": label });
  const pairs = offered.map(({ name, title }) => {
    const ids = { tab: `${key}-tab-${name}`, page: `${key}-${name}` };
    const tab = html("button", { type: "button", role: "tab", class: "chart-button", id: ids.tab, "aria-controls": ids.page }, title);
    const page = html("div", { class: `piece ${name}`, role: "tabpanel", id: ids.page, "aria-labelledby": ids.tab });
    tab.addEventListener("click", () => choose(name));
    return { name, tab, page };
  });
  list.append(...pairs.map(({ tab }) => tab));
  list.addEventListener("keydown", event => {
    const here = pairs.findIndex(({ tab }) => tab === event.target);
    const move = KEYS[event.key];
    if (here < 0 || !move) return;
    event.preventDefault();
    const next = pairs[(move(here) + pairs.length) % pairs.length];
    choose(next.name);
    next.tab.focus();
  });

  /** @param {string} wanted */
  function choose(wanted) {
    const chosen = pairs.find(({ name }) => name === wanted) ?? pairs[0];
    for (const { tab, page } of pairs) {
      tab.setAttribute("aria-selected", String(tab === chosen.tab));
      tab.tabIndex = tab === chosen.tab ? 0 : -1;
      page.hidden = page !== chosen.page;
    }
    tabMemory.set(key, chosen.name);
    turned(chosen.name, chosen.page);
  }

  return { list, pages: pairs.map(({ page }) => page), begin: () => choose(tabMemory.get(key) ?? "") };
}
