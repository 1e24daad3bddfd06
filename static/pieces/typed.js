// @ts-check
/** A number as somebody types it, and why it is none. Pure. */

const LARGEST = 1e6;

/**
 * @param {string} text
 * @returns {{value: number} | {refusal: string}}
 */
export function numberOf(text) {
  const plain = text.trim().replace("−", "-");
  const value = Number(plain);
  if (plain === "" || !/^[-+.\d]/.test(plain) || !Number.isFinite(value)) {
    return { refusal: "Type a number, such as 7, −0.5 or 1e3." };
  }
  if (Math.abs(value) > LARGEST) return { refusal: "Type a number between −1,000,000 and 1,000,000." };
  return { value: value + 0 };
}

/** A whole number that the generator takes for a seed. @param {string} text @returns {{value: number} | {refusal: string}} */
export function seedOf(text) {
  const value = Number(text.trim());
  const good = /^\d+$/.test(text.trim()) && value < 2 ** 32;
  return good ? { value } : { refusal: "Type a whole number from 0 to 4,294,967,295." };
}
