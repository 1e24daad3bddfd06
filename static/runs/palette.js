// @ts-check
/** How the line of a run looks: a colour of base.css, and dashes, so that nobody needs to tell colours apart. Pure. */

/** Of base.css: --run-0 and so on. */
export const COLOURS = 8;
/** As Plotly names them, and as SVG writes them. Solid is the present run. */
export const DASHES = /** @type {[string, string][]} */ ([
  ["dash", "6 4"], ["dot", "1.5 3"], ["dashdot", "6 3 1.5 3"], ["longdash", "11 4"], ["longdashdot", "11 4 1.5 4"],
]);

/** @param {number} colour of a run, from 0: colours and dashes together come again after forty runs */
export function looksOf(colour) {
  const [dash, dasharray] = DASHES[colour % DASHES.length];
  return { token: `--run-${colour % COLOURS}`, dash, dasharray };
}
