// Runs before the first paint, so that nobody who chose dark sees a white flash, and no frame the whole lab. theme.js and
// embed.js do the rest.
(() => {
  const embed = new URLSearchParams(location.search).has("embed");
  if (embed) document.documentElement.dataset.embed = "";
  let chosen = null;
  try {
    if (!embed) chosen = localStorage.getItem("eleven-lines:theme");
  } catch {} // storage may be forbidden; then the system decides
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = chosen ?? system;
})();
