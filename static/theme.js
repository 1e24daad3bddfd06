// @ts-check
/** Light and dark: as the system has it, until the person chooses; choosing the system's own again forgets the choice. */

import { browserMemory } from "./memory.js";

const KEY = "theme"; // early.js reads it too

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
    browserMemory.set(KEY, theme === systemTheme() ? null : theme);
    apply(theme);
  });
  system.addEventListener("change", () => browserMemory.get(KEY) === null && apply(systemTheme()));
  apply(browserMemory.get(KEY) ?? systemTheme());
}
