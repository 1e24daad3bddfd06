// @ts-check
/** Keys for the whole page. Whoever has the focus and a use for the key comes first. */

const TYPES_TEXT = "textarea, select, [contenteditable], input:not([type=range])";
/** @type {Record<string, string>} */
const OWN_USE = {
  " ": "button, a, summary, [role=row], [role=button]",
  ArrowRight: "input, [role=tab], [role=row], .code, .matrices",
};
const MAY_REPEAT = ["ArrowRight", "ArrowLeft", ".", "l", "L", "m", "M"];

/**
 * @param {Record<string, (held: boolean) => unknown>} actions by `event.key`; letters small, with "Shift+" before them
 *   where it makes a difference, and with "Mod+" before that for Ctrl, or ⌘ of an Apple keyboard
 */
export function shortcuts(actions) {
  document.addEventListener("keydown", event => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.defaultPrevented || event.altKey) return;
    const mod = event.ctrlKey || event.metaKey ? "Mod+" : "";
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    // With Ctrl every key has a use of the browser's own, with Shift another.
    const action = (event.shiftKey && actions[`${mod}Shift+${key}`]) || (mod && event.shiftKey ? undefined : actions[mod + key]);
    if (!action || target.closest(TYPES_TEXT) || target.closest(OWN_USE[event.key] ?? "none")) return;
    event.preventDefault();
    // A key held down would start and stop the run thirty times a second.
    if (!event.repeat || MAY_REPEAT.includes(event.key)) action(event.repeat);
  });
}
