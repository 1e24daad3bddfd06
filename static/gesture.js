// @ts-check
/**
 * The number of a gesture: all that a hand changes between taking hold and letting go is one step of undo, however long
 * it rests in between. Drawn by chance, so that two windows of one lab hardly ever draw the same.
 */
export const newGesture = () => Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);
