// @ts-check
/** What is read aloud: only what has stood for a moment, and nothing twice. */

const STANDS = 600;

/** @param {(text: string) => void} then */
export function steadily(then) {
  let timer = 0;
  /** @param {string} text */
  return text => {
    clearTimeout(timer);
    timer = setTimeout(() => then(text), STANDS);
  };
}
