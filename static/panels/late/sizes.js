// @ts-check
/** Hidden sizes: runs of several sizes against each other, a map of alpha × hidden size, and success by size. */

import { tabset } from "../../pieces/tabset.js";
import { styleSheet } from "../../sheet.js";
import { mapView } from "../../studies/map-view.js";
import { sizeRace } from "../../studies/size-race.js";
import { successView } from "../../studies/size-success.js";

/**
 * @typedef {object} View
 * @property {(state: import("../../lab.js").State) => void} paint
 * @property {() => void | Promise<unknown>} [redraw]
 * @property {() => void} [retheme]
 */

/** @type {{name: string, title: string, make: (page: HTMLElement, lab: import("../../lab.js").Lab) => View}[]} */
const VIEWS = [
  { name: "size-race", title: "Race", make: sizeRace },
  { name: "size-map", title: "Map", make: mapView },
  { name: "size-success", title: "Success by size", make: successView },
];

/** @param {HTMLElement} element @param {import("../../lab.js").Lab} lab @returns {Promise<import("../../lab.js").Panel>} */
export async function sizesPanel(element, lab) {
  await Promise.all(["studies.css", "alphas.css", "sizes.css"].map(name => styleSheet(lab.url(name))));
  /** @type {Map<string, View>} */
  const made = new Map();
  let shown = "";
  const tabs = tabset("Hidden sizes", "sizes", VIEWS, turned);
  element.append(tabs.list, ...tabs.pages);
  tabs.begin();

  /** @param {string} name @param {HTMLElement} page */
  function turned(name, page) {
    shown = name;
    const { make } = /** @type {typeof VIEWS[number]} */ (VIEWS.find(view => view.name === name));
    if (!made.has(name)) made.set(name, make(page, lab));
    made.get(name)?.paint(lab.state());
  }

  return {
    paint: state => made.get(shown)?.paint(state),
    redraw: () => made.get(shown)?.redraw?.(),
    retheme() {
      for (const view of made.values()) view.retheme?.();
    },
  };
}
