// @ts-check

let known = /** @type {boolean | null} */ (null);

/** Whether this browser can draw in three dimensions; Plotly itself would only find out when it is too late. */
export function hasWebGL() {
  if (known !== null) return known;
  const context = document.createElement("canvas").getContext("webgl");
  known = context !== null;
  context?.getExtension("WEBGL_lose_context")?.loseContext(); // a browser has only so many
  return known;
}
