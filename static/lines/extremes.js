// @ts-check
/** The largest of some numbers, and whether it is the only one. Pure. */

/**
 * @typedef {{place: number, value: number}} Extreme
 *
 * The place of the largest, or null where several are as large as it, where there is none, or where one is not a number.
 *
 * @param {number[]} values
 * @returns {Extreme | null}
 */
export function only(values) {
  if (!values.length || values.some(Number.isNaN)) return null;
  const value = Math.max(...values);
  const place = values.indexOf(value);
  return values.lastIndexOf(value) === place ? { place, value } : null;
}

/** @param {number[]} values @returns {Extreme | null} */
export function onlyLeast(values) {
  const found = only(values.map(value => -value));
  return found && { place: found.place, value: values[found.place] };
}

/** "3 examples", "1 example", "no example". @param {number} count @param {string} noun */
export function counted(count, noun) {
  return count === 0 ? `no ${noun}` : `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
