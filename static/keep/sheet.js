// @ts-check
/**
 * My runs: all that this browser has made on this server, in whichever tab, as a shelf of small pictures; and the
 * experiments of this tab.
 *
 * @typedef {import("./card.js").Card} Card
 */

import { find, html, say } from "../dom.js";
import { studyList } from "../studies/list.js";
import { asking } from "./asking.js";
import { card } from "./card.js";
import { keeping } from "./words.js";

const EMPTY = "Nothing here yet: every run that has trained at least one iteration appears by itself.";
const COPIED = "A copy of that run is open here; the one in its own tab stays as it is.";

/** @param {HTMLElement} element @param {import("../lab.js").Lab} lab @returns {import("../lab.js").LateSheet} */
export function sheet(element, lab) {
  const list = html("ul", { class: "shelf", "aria-labelledby": "keep-title" });
  const status = html("p", { class: "shelf-status", role: "status" });
  const unsaved = html("p", { class: "shelf-unsaved" });
  const more = html("button", { type: "button", class: "plain", hidden: true }, "Show older runs");
  const kept = html("p", { class: "shelf-kept" });
  const server = asking(() => lab.state().welcome?.session ?? "");
  const below = html("div", { class: "shelf-studies" });
  element.append(html("h2", { id: "keep-title" }, "My runs"), unsaved, status, list, more, below, kept);
  /** @type {{paint: (state: import("../lab.js").State) => void} | null} */
  let studies = null;
  studyList(below, lab, { title: "Experiments of this tab", before: close }).then(listed => {
    studies = listed;
    studies.paint(lab.state());
  }, () => below.remove()); // its styles did not come: the panel Runs lists them too
  /** @type {Card[]} */
  let runs = [];
  /** Only the newest answer counts. */
  let asked = 0;
  let shown = "";
  let days = 0;

  const titles = () => Object.fromEntries((lab.state().welcome?.experiments ?? []).map(({ name, title }) => [name, title]));
  const present = () => `${lab.state().run?.experiment} ${lab.state().run?.run}`;

  /** @param {boolean} further those behind what is shown, or all anew */
  async function load(further) {
    const mine = ++asked;
    shown = present();
    try {
      const shelf = await server.list(further ? runs.length : 0);
      if (mine !== asked) return;
      const known = new Set(further ? runs.map(run => run.id) : []);
      runs = [...(further ? runs : []), ...shelf.runs.filter(run => !known.has(run.id))];
      draw(shelf.now);
      more.hidden = !shelf.more;
      days = shelf.keep_days;
      say(kept, lab.state().unsaved ? "" : keeping(days));
      say(status, runs.length ? "" : EMPTY);
    } catch (error) {
      if (mine === asked) say(status, /** @type {Error} */ (error).message);
    }
  }

  /** @param {number} now */
  function draw(now) {
    const names = titles();
    list.replaceChildren(...runs.map(run => card(run, { titles: names, now, open, rename, remove })));
  }

  /** @param {() => Promise<unknown>} doing @returns {Promise<boolean>} whether it was done */
  async function done(doing) {
    try {
      await doing();
      return true;
    } catch (error) {
      say(status, /** @type {Error} */ (error).message);
      return false;
    }
  }

  /** @param {Card} run */
  async function open(run) {
    if (!run.open && !await done(() => server.open(run.id))) return;
    close();
    if (!run.here) lab.say(COPIED);
  }

  function close() {
    find("button", element.parentElement ?? element).click();
  }

  /** @param {Card} run @param {string} name */
  async function rename(run, name) {
    if (!await done(() => server.rename(run.id, name))) return false;
    await load(false);
    focusOn(runs.findIndex(({ id }) => id === run.id));
    return true;
  }

  /** @param {Card} run */
  async function remove(run) {
    const place = runs.findIndex(({ id }) => id === run.id);
    if (!await done(() => server.remove(run.id))) return;
    await load(false);
    say(status, runs.length ? "Deleted." : EMPTY);
    focusOn(Math.min(place, runs.length - 1));
  }

  /** Where the keyboard was. @param {number} place */
  function focusOn(place) {
    const button = list.children[place]?.querySelector("button");
    (button ?? find("button", element.parentElement ?? element)).focus();
  }

  more.addEventListener("click", () => load(true));
  return {
    opened: () => void load(false),
    update(state) {
      studies?.paint(state);
      say(unsaved, state.unsaved);
      unsaved.hidden = !state.unsaved;
      if (days) say(kept, state.unsaved ? "" : keeping(days));
      if (shown && shown !== present()) load(false);
    },
  };
}
