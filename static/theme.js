// @ts-check
/** Light and dark: as the system has it, until the person chooses; choosing the system's own again forgets the choice. */

const KEY = "eleven-lines:theme";

/** @param {HTMLElement} button @param {() => void} changed */
export function themeSwitch(button, changed) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const systemTheme = () => (system.matches ? "dark" : "light");

  /** @param {string} theme */
  function apply(theme) {
    root.dataset.theme = theme;
    button.setAttribute("aria-pressed", String(theme === "dark"));
    changed();
  }

  button.addEventListener("click", () => {
    const theme = root.dataset.theme === "dark" ? "light" : "dark";
    keep(theme === systemTheme() ? null : theme);
    apply(theme);
  });
  system.addEventListener("change", () => kept() === null && apply(systemTheme()));
  apply(kept() ?? systemTheme());
}

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string | null} theme */
function keep(theme) {
  try {
    if (theme === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {} // storage may be forbidden; then the choice lasts until the tab is closed
}
