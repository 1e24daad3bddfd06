// Runs before the first paint, so that nobody who chose dark sees a white flash, no frame the whole lab, and nobody who
// comes back the panels change places. theme.js, embed.js and code/places.js do the rest.
(() => {
  const { documentElement: root } = document;
  const embed = new URLSearchParams(location.search).has("embed");
  if (embed) root.dataset.embed = "";
  let chosen = null;
  let places = null;
  try {
    if (!embed) chosen = localStorage.getItem("eleven-lines:theme");
    if (!embed) places = sessionStorage.getItem("eleven-lines:places");
  } catch {} // storage may be forbidden; then the system decides
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  root.dataset.theme = chosen ?? system;
  if (!places || !/^(true|false) (true|false)$/.test(places)) return;
  const [surface, line] = places.split(" ");
  new MutationObserver((_, observer) => {
    const board = document.getElementById("lab");
    if (!board) return;
    observer.disconnect();
    Object.assign(board.dataset, { surface, line });
  }).observe(root, { childList: true, subtree: true });
})();
