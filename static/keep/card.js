// @ts-check
/**
 * A run of the list: its picture and its words, which open it, its name, which can be changed, and an end.
 *
 * @typedef {object} Card
 * @property {string} id
 * @property {string} experiment
 * @property {string} name
 * @property {string} label
 * @property {number} iteration
 * @property {number} reach
 * @property {number} error
 * @property {number[]} sizes
 * @property {(number | null)[]} curve
 * @property {number} saved_at
 * @property {boolean} here
 * @property {boolean} open
 */

import { html } from "../dom.js";
import { errorText } from "../numbers.js";
import { deleting } from "./deleting.js";
import { picture } from "./picture.js";
import { renaming } from "./renaming.js";
import { ago, placeOf, spoken, titleOf, unbroken } from "./words.js";

/**
 * @param {Card} run
 * @param {object} wires
 * @param {Record<string, string>} wires.titles of the experiments
 * @param {number} wires.now seconds
 * @param {(run: Card) => void} wires.open
 * @param {(run: Card, name: string) => Promise<boolean>} wires.rename whether it was done
 * @param {(run: Card) => void} wires.remove
 */
export function card(run, { titles, now, open, rename, remove }) {
  const title = titleOf(run, titles);
  const words = html("span", { class: "run-title" }, title);
  const figures = html("span", { class: "run-figures" },
    html("span", {}, placeOf(run)), html("span", { class: "run-error" }, errorText(run.error)));
  const button = html("button", { type: "button", class: "run-open", "aria-label": spoken(run, titles, now) },
    picture(run), words, html("span", { class: "run-label" }, unbroken(run.label)), figures);
  if (run.open) button.setAttribute("aria-current", "true");
  button.addEventListener("click", () => open(run));
  const when = html("span", { class: "run-when" }, run.open ? "open now" : ago(now - run.saved_at));
  const foot = html("div", { class: "run-foot" }, when);
  const item = html("li", { class: "run-card" }, button, foot);
  if (run.open) item.dataset.open = "true";
  foot.append(
    renaming(item, { title, name: run.name, rename: name => rename(run, name) }),
    deleting(title, () => remove(run)),
  );
  return item;
}
