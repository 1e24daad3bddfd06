// @ts-check
/**
 * How numbers come over the wire and how they are written on the page. Pure.
 *
 * @typedef {import("./messages.js").ServerMessage} ServerMessage
 */

const NOT_FINITE = /"(?:NaN|-?Infinity)"/;
const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/**
 * Read a message, and turn the words for numbers that are not finite into the numbers.
 *
 * @param {string} text
 * @returns {ServerMessage}
 */
export function decode(text) {
  const message = JSON.parse(text);
  // The walk costs more than the parse and is almost never needed, so the text is asked first.
  return NOT_FINITE.test(text) ? revive(message) : message;
}

/** @param {any} value @returns {any} */
function revive(value) {
  if (Array.isArray(value)) return value.map(item => (isWord(item) ? Number(item) : revive(item)));
  if (value === null || typeof value !== "object") return value;
  for (const [name, item] of Object.entries(value)) {
    value[name] = name.endsWith("error") && isWord(item) ? Number(item) : revive(item);
  }
  return value;
}

/** @param {unknown} value */
function isWord(value) {
  return value === "NaN" || value === "Infinity" || value === "-Infinity";
}

/** 60000 -> "60,000". @param {number} value */
export function whole(value) {
  return Number.isFinite(value) ? grouped.format(value) : String(value);
}

/** A learning rate as a person would type it. @param {number} value */
export function brief(value) {
  return String(Number(value.toPrecision(6)));
}

/**
 * A number with a fixed count of decimals and a real minus sign, so that columns stand still.
 *
 * @param {number} value
 * @param {number} digits
 */
export function fixed(value, digits) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
  if (Math.abs(value) >= 1e6) return value.toExponential(1).replace("-", "−").replace("e+", "e");
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/**
 * The same with a plus sign where there is no minus, and as a power of ten where all decimals would be noughts.
 * @param {number} value @param {number} digits
 */
export function signed(value, digits) {
  if (value !== 0 && Math.abs(value) < 0.5 * 10 ** -digits) {
    return `${value < 0 ? "−" : "+"}${Math.abs(value).toExponential(1).replace("-", "−")}`;
  }
  const text = fixed(value, digits);
  return text.startsWith("−") || text === "NaN" ? text : `+${text}`;
}

/** A mean error: six decimals, or a power of ten once those would all be noughts. @param {number} value */
export function errorText(value) {
  if (!Number.isFinite(value) || value === 0 || Math.abs(value) >= 0.00001) return fixed(value, 6);
  return value.toExponential(2).replace("-", "−");
}

/** How fast a run trains. @param {number | null} speed iterations a second; null: no limit */
export function speedText(speed) {
  return speed === null ? "full speed" : `${whole(speed)} it/s`;
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * A number between 0 and 1 in few characters: three decimals that say something, as 0.250 or 0.00123, or "3 × 10⁻⁷"
 * where there would be more noughts than figures.
 *
 * @param {number} value
 */
export function small(value) {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || size === 0 || size >= 0.1) return fixed(value, 3);
  if (size >= 0.0001) return fixed(value, 2 - Math.floor(Math.log10(size)));
  return powers(value.toExponential(0));
}

/**
 * A sentence with its numbers as people write them: "5.1e-06" becomes "5.1 × 10⁻⁶", and a hyphen before a number a minus.
 *
 * @param {string} sentence
 */
export function powers(sentence) {
  return sentence
    .replace(/(?<![\w.])-(?=\d)/g, "−")
    .replace(/(?<![\w.])(\d+(?:\.\d+)?)e([+\-−]?)0*(\d+)(?!\w)/g, (_, figures, sign, power) => {
      return `${figures} × 10${sign && sign !== "+" ? "⁻" : ""}${[...power].map(digit => RAISED[Number(digit)]).join("")}`;
    });
}
