// @ts-check
/** What is said of a link, and the code for an embed. Pure. */

import { embedQuery } from "../embedding.js";
import { whole } from "../numbers.js";

/** Longer ones are cut off by some programs that people send them with. */
export const LONG = 2_000;
/** Phones read no code that holds more from a screen; the server makes none. */
export const LONGEST_CODE = 1_200;

/**
 * @typedef {object} Link what the server answers
 * @property {string | null} run the text of the link; null: there can be none
 * @property {string} why then
 * @property {number} iteration where it leads
 * @property {boolean} keeps whether short links can be made
 * @property {boolean} embeds whether any page may frame the embed view
 */

/** The lab's own address, without what it asks for. @param {{origin: string, pathname: string}} place */
export function labAt({ origin, pathname }) {
  return origin + pathname.replace(/[^/]*$/, "");
}

/** @param {string} base @param {string} run */
export function longLink(base, run) {
  return `${base}?run=${run}`;
}

/** @param {string} base @param {string} name */
export function shortLink(base, name) {
  return `${base}r/${name}`;
}

/** What there is to know of a link. @param {Link} link @param {string} address */
export function aboutLink({ run, why, keeps }, address) {
  const instead = keeps ? "The short link below holds it" : "“Take home” has it as files";
  if (run === null) return `${why} ${instead}.`;
  const size = `${whole(address.length)} characters hold the whole run`;
  if (address.length <= LONG) return `${size}: it opens in any Eleven Lines, with the same bits.`;
  return `${size}: too long for some chat programs; ${keeps ? "the short link is there" : "“Take home” has files"}.`;
}

const HEIGHTS = [420, 420, 520, 740, 940];
const HEIGHT_OF_CONTROLS = 140;

/** How high a frame shows its panels whole, in a column of a post as on a phone. @param {number} panels @param {boolean} controls */
export function suggestedHeight(panels, controls) {
  return HEIGHTS[panels] + (controls ? HEIGHT_OF_CONTROLS : 0);
}

/**
 * @param {string} base
 * @param {string} query of the run: run=… or r=…
 * @param {{panels: string[], play: boolean, controls: boolean, height: number}} chosen
 */
export function embedCode(base, query, { panels, play, controls, height }) {
  const address = `${base}?${query}&${embedQuery(panels, play, controls)}`;
  const title = "A neural network that learns, in Eleven Lines";
  return `<iframe src="${address.replaceAll("&", "&amp;")}" title="${title}" loading="lazy" style="width:100%;height:${height}px;border:0"></iframe>`;
}
