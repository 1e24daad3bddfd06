// @ts-check
/**
 * The embed view: chosen panels in another page's frame, with Play, the timeline and a way to the whole lab.
 *
 * @typedef {import("./lab.js").Lab} Lab
 * @typedef {import("./lab.js").State} State
 */

import { find, html } from "./dom.js";
import { withoutEmbed } from "./embedding.js";

const DIFFERENT = "The numbers are not those of the run that was shared: this lab is of another version, or trains without its kernel.";

const FLAT = "This network has more than two weights: an error surface can only be drawn of two.";

/**
 * Put the chosen panels into the frame, before any of them is made.
 *
 * @param {import("./embedding.js").Embed} embed
 * @param {HTMLElement} board
 */
export function arrangeEmbed({ panels, controls, trouble }, board) {
  document.documentElement.toggleAttribute("data-controls", controls);
  board.dataset.panels = String(panels.length);
  for (const section of board.children) if (section.matches(".panel")) section.toggleAttribute("hidden", true);
  panels.forEach((id, place) => {
    const section = find(`#${id}`);
    section.hidden = false;
    section.toggleAttribute("data-first", place === 0);
    board.append(section);
    if (id === "surface") board.append(html("p", { class: "embed-flat" }, FLAT));
  });
  const address = location.pathname + withoutEmbed(location.search);
  const home = html("a", { class: "embed-home", href: address, target: "_blank", rel: "noopener" }, "open in Eleven Lines");
  find(".transport").append(home);
  if (trouble) board.replaceChildren(html("p", { class: "embed-trouble", role: "alert" }, trouble));
}

/** What an embed does by itself. @param {import("./embedding.js").Embed} embed @param {Lab} lab */
export function embedded({ play }, lab) {
  let begun = !play || matchMedia("(prefers-reduced-motion: reduce)").matches;
  let told = false;
  return {
    /** @param {State} state */
    update({ controls, arrival }) {
      if (!controls || controls.catching_up !== null || arrival?.same === null) return; // on its way, or stopped there
      if (arrival?.same === false && !told) lab.say(DIFFERENT);
      told ||= arrival?.same === false;
      if (!begun) lab.send({ type: "play" });
      begun = true;
    },
  };
}
