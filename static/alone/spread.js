// @ts-check
/** Marks that are not to become a smear. Pure. */

/** Which of ascending places to show, so that they stand so far apart. @param {number[]} places @param {number} apart */
export function spread(places, apart) {
  let last = -Infinity;
  return places.flatMap((place, i) => {
    if (place - last < apart) return [];
    last = place;
    return [i];
  });
}
