// @ts-check
/** All rows of noughts and ones. Pure. */

/** With more inputs there are more combinations than anybody reads. */
export const MOST_INPUTS = 5;

/** 00, 01, 10, 11 and so on. @param {number} inputs @returns {number[][]} */
export function combinations(inputs) {
  return Array.from({ length: 2 ** inputs }, (_, i) => Array.from({ length: inputs }, (_, j) => (i >> (inputs - 1 - j)) & 1));
}

/** Whether these inputs are among the examples. @param {number[]} inputs @param {number[][]} examples */
export function isAmong(inputs, examples) {
  return examples.some(row => row.length === inputs.length && row.every((value, i) => value === inputs[i]));
}
