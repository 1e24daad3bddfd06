// @ts-check
/**
 * When the words of the ball are written. While it has the focus every change of them is read out, and the ball of a run
 * that trains would never let a reader finish: then it is told of when a key is pressed, and once the run stands. Pure.
 *
 * @param {() => boolean} isFocused
 */
export function speaking(isFocused) {
  /** What was told of last. @type {unknown} */
  let told = null;
  let asked = false;
  return {
    /** Tell of what comes next. */
    ask() {
      [told, asked] = [null, true];
    },
    /** Whether this is to be told. @param {unknown} found @param {boolean} isRestless whether the run moves the ball, and no hand */
    wants(found, isRestless) {
      return found !== told && (asked || !isRestless || !isFocused());
    },
    /** @param {unknown} found */
    tell(found) {
      [told, asked] = [found, false];
    },
  };
}
