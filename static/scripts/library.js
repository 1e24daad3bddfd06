// @ts-check
/**
 * The programs of the two posts, mended and for Python 3, as files beside this one; tests run every one of them.
 *
 * @typedef {object} Program
 * @property {string} name
 * @property {string} title
 * @property {number} post the first or the second
 * @property {number} lines of the listing in the post
 * @property {string} prints
 * @property {string} [address] of its recipe in the lab
 * @property {string} [panel] where the lab does the same
 */

/** @param {string} address @returns {Promise<Response>} */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} at ${address}`);
  return answer;
}

/** @param {import("../lab.js").Lab} lab */
export function library(lab) {
  /** @type {Map<string, Promise<string>>} */
  const texts = new Map();
  /** @param {string} name */
  const address = name => lab.url(`scripts/${name}.py.txt`);

  return {
    address,
    /** @returns {Promise<Program[]>} */
    programs: async () => (await (await fetched(lab.url("scripts/programs.json"))).json()).programs,
    /** What is in a program; once it came it is here. @param {string} name @returns {Promise<string>} */
    text(name) {
      const known = texts.get(name) ?? fetched(address(name)).then(answer => answer.text());
      texts.set(name, known);
      known.catch(() => texts.delete(name));
      return known;
    },
  };
}

/** @typedef {ReturnType<typeof library>} Library */
