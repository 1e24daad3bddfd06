// @ts-check
/** The style sheet of a panel that is fetched late: fetched with it, once. */

/** @type {Map<string, Promise<void>>} */
const asked = new Map();

/** Resolves when the sheet holds; rejects, and may be asked for again, when it could not be fetched. @param {string} address */
export function styleSheet(address) {
  const known = asked.get(address);
  if (known) return known;
  const link = document.createElement("link");
  const done = new Promise((resolve, reject) => {
    link.addEventListener("load", () => resolve(undefined));
    link.addEventListener("error", () => {
      asked.delete(address);
      link.remove();
      reject(new Error(`no style sheet at ${address}`));
    });
  });
  link.rel = "stylesheet";
  link.href = address;
  document.head.append(link);
  asked.set(address, done);
  return done;
}
