// @ts-check

/**
 * Make a chart something one can go to with the keyboard, and give it a voice for those who do not see it.
 *
 * @param {HTMLElement} box
 * @param {string} label
 * @returns {(words: string) => void}
 */
export function voice(box, label) {
  box.tabIndex = 0;
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", label);
  const words = document.createElement("span");
  words.className = "chart-voice";
  words.setAttribute("aria-live", "polite");
  box.after(words);
  return text => {
    words.textContent = text;
  };
}
