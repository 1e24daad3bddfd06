// @ts-check
/**
 * What the address of an embed asks for: ?embed=network,error&play=1. Pure.
 *
 * @typedef {object} Embed
 * @property {string[]} panels ids of their sections, in the order in which they were asked for
 * @property {boolean} controls whether the settings are there too
 * @property {boolean} play whether it plays by itself
 * @property {string} trouble what is wrong with the address, in a sentence; empty: nothing
 */

/** Names are the panels' titles, in lower case and without "the". */
export const PANELS = {
  network: "network", error: "curve", examples: "examples", weights: "weights", code: "code",
  "sigmoid slopes": "sigmoid", "error surface": "surface", "what just happened": "story", "one weight": "pushes",
  "try other inputs": "tries", "through time": "time", data: "data", runs: "runs",
};
export const MOST = 4;
const OWN = ["embed", "play", "controls", "height"];

/** @param {string} query @returns {Embed | null} null: the page is no embed */
export function readEmbed(query) {
  const pairs = new URLSearchParams(query);
  const asked = pairs.get("embed");
  if (asked === null) return null;
  const names = asked.split(",").map(plain).filter(Boolean);
  const unknown = names.find(name => !Object.hasOwn(PANELS, name));
  const wanted = names.length ? names : ["network", "error"];
  const panels = unknown ? [] : [...new Set(wanted.map(name => PANELS[/** @type {keyof typeof PANELS} */ (name)]))];
  return {
    panels: panels.length > MOST ? [] : panels,
    controls: pairs.get("controls") === "1",
    play: pairs.get("play") === "1",
    trouble: unknown ? noSuch(unknown) : panels.length > MOST ? `An embed shows up to ${MOST} panels.` : "",
  };
}

/** "The-Network" -> "network". @param {string} name */
function plain(name) {
  return name.trim().toLowerCase().replaceAll(/[-_\s]+/g, " ").replace(/^the /, "");
}

/** @param {string} name */
function noSuch(name) {
  return `There is no panel called “${name.slice(0, 40)}”. These can be embedded: ${Object.keys(PANELS).join(", ")}.`;
}

/** The query of the whole lab with the same run. @param {string} query */
export function withoutEmbed(query) {
  const pairs = new URLSearchParams(query);
  for (const name of OWN) pairs.delete(name);
  const text = pairs.toString();
  return text && `?${text}`;
}

/** The query of an embed. @param {string[]} names @param {boolean} play @param {boolean} [controls] */
export function embedQuery(names, play, controls = false) {
  return `embed=${names.map(name => name.replaceAll(" ", "-")).join(",")}${play ? "&play=1" : ""}${controls ? "&controls=1" : ""}`;
}
