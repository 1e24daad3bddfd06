// @ts-check
/**
 * A number that goes with what this page asks, drawn by chance so that two windows of one lab hardly ever draw the same.
 * Of a gesture it tells that all a hand changes between taking hold and letting go is one step of undo, however long it
 * rests in between; of a study which page asked for it.
 */
export const newTicket = () => Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);
