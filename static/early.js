// Runs before the first paint, so that nobody who chose dark sees a white flash. theme.js does the rest.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("eleven-lines:theme");
  } catch {} // storage may be forbidden; then the system decides
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = chosen ?? system;
})();
