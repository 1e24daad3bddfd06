// @ts-check
/**
 * Plotly: fetched after the page's own drawing is up, and dressed in the page's colours.
 *
 * @typedef {object} Plotly what we use of it
 * @property {(element: HTMLElement, data: any[], layout: object, config?: object) => Promise<PlotElement>} react
 * @property {(element: HTMLElement) => void} purge
 * @property {(element: HTMLElement, options: object) => Promise<string>} toImage
 *
 * @typedef {HTMLElement & {layout?: any, on: (event: string, listener: (event: any) => void) => void}} PlotElement
 *
 * @typedef {Record<string, string>} Tokens colours by name
 */

const TOKENS = ["card", "ink", "dim", "line", "edge", "neg", "err", "act"];
const PLACEHOLDER = /^var\(--([\w-]+)\)$/;

/** No bar of buttons (ours are in the panel's head) and nothing that could send a chart anywhere. */
export const CONFIG = {
  displayModeBar: false,
  displaylogo: false,
  showSendToCloud: false,
  plotlyServerURL: "",
  doubleClick: false, // resetting the zoom is ours: Plotly would go back to the first range it ever drew
  showTips: false,
};

/**
 * Fetch plotly.min.js, once the browser has painted what is there: it takes a second to compile.
 *
 * @param {string} url
 * @returns {Promise<Plotly>}
 */
export async function loadPlotly(url) {
  await painted();
  const script = document.createElement("script");
  const loaded = new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = () => reject(new Error("Plotly could not be fetched."));
  });
  script.src = url;
  document.head.append(script);
  await loaded;
  return /** @type {any} */ (window).Plotly;
}

/** The second animation frame begins after the first was painted; a hidden page has none, and need not wait. */
function painted() {
  if (document.hidden) return Promise.resolve();
  return new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/**
 * The colours of the theme around an element, and those that are mixed from them.
 *
 * @param {Element} element
 * @returns {Tokens}
 */
export function theme(element) {
  const style = getComputedStyle(element);
  const base = Object.fromEntries(TOKENS.map(name => [name, hex(style.getPropertyValue(`--${name}`))]));
  return { ...base, ...wash(base), ...surface(base) };
}

/**
 * A copy of a figure in which every "var(--name)" is the theme's colour.
 *
 * @template T
 * @param {T} value
 * @param {Tokens} tokens
 * @returns {T}
 */
export function themed(value, tokens) {
  if (typeof value === "string") {
    const name = PLACEHOLDER.exec(value)?.[1];
    return /** @type {any} */ (name && name in tokens ? tokens[name] : value);
  }
  if (Array.isArray(value)) return /** @type {any} */ (value.map(item => themed(item, tokens)));
  if (value === null || typeof value !== "object") return value;
  const copies = Object.entries(value).map(([name, item]) => [name, themed(item, tokens)]);
  return Object.fromEntries(copies);
}

/** @param {Tokens} base @returns {Tokens} */
function wash({ card, ink, act }) {
  return { "act-wash": mix(card, act, 0.18), contour: mix(card, ink, 0.35) };
}

/**
 * Six colours from no error to all wrong. They grow away from the card: darker where it is light, lighter where it is
 * dark, so that crimson means error in both.
 *
 * @param {Tokens} base
 * @returns {Tokens}
 */
function surface({ card, ink, neg, err }) {
  const light = [
    mix(card, neg, 0.3), mix(card, neg, 0.5), mix(mix(neg, err, 0.4), card, 0.3),
    mix(err, card, 0.12), mix(err, ink, 0.34), mix(err, ink, 0.62),
  ];
  const dark = [
    mix(card, err, 0.1), mix(card, err, 0.42), mix(card, err, 0.8),
    mix(err, neg, 0.55), mix(neg, ink, 0.4), mix(neg, ink, 0.85),
  ];
  const ramp = isDark(card) ? dark : light;
  return Object.fromEntries(ramp.map((colour, step) => [`surface-${step}`, colour]));
}

/** @param {string} colour */
export function isDark(colour) {
  const [r, g, b] = channels(colour);
  return 0.3 * r + 0.59 * g + 0.11 * b < 128;
}

/** @param {string} from "#rrggbb" @param {string} to @param {number} share of the second */
export function mix(from, to, share) {
  const b = channels(to);
  return written(channels(from).map((value, i) => value + (b[i] - value) * share));
}

/** @param {string} colour "#rrggbb" */
export function channels(colour) {
  return [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));
}

/** @param {number[]} rgb */
function written(rgb) {
  return `#${rgb.map(value => Math.round(value).toString(16).padStart(2, "0")).join("")}`;
}

/** Any way to write an opaque colour, as "#rrggbb": a canvas knows them all. @param {string} colour */
function hex(colour) {
  const trimmed = colour.trim();
  if (/^#[0-9a-f]{6}$/i.test(trimmed)) return trimmed;
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  if (!canvas) return "#808080";
  canvas.fillStyle = "#808080";
  canvas.fillStyle = trimmed;
  canvas.fillRect(0, 0, 1, 1);
  return written([...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)]);
}
