// @ts-check
/**
 * The same run in another window, whole or in part: code on one screen, the drawing on the other. Whoever watches a
 * session hears everything that happens in it, so the windows stay in step by themselves.
 *
 * @typedef {import("./hash.js").View} View
 */

import { copyText } from "./clipboard.js";
import { disclosure } from "./disclosure.js";
import { find, html, set } from "./dom.js";
import { readHash, writeHash } from "./hash.js";
import { tabMemory } from "./memory.js";

const KEY = "view";
/** Names that lead every machine to itself. */
export const OWN_MACHINE = /^(localhost|127\.|\[::1\])/;
export const ONLY_HERE = "This address works on this machine alone: open the lab by the machine's name or number to share it.";

/**
 * @param {HTMLElement} anchor holds the button and its sheet
 * @param {{token: () => string | null, say: (sentence: string) => void}} wires
 */
export function secondScreen(anchor, { token, say }) {
  const sheet = find(".sheet", anchor);
  const copy = find("button[data-copy]", sheet);
  const link = /** @type {HTMLInputElement} */ (find("input", sheet));
  const everything = find("#everything");
  /** @type {HTMLAnchorElement[]} */
  const links = [...sheet.querySelectorAll("a")];
  disclosure(find("button", anchor), sheet);
  if (OWN_MACHINE.test(location.host)) sheet.append(html("p", {}, ONLY_HERE));

  /** @param {View} view */
  function show(view) {
    document.documentElement.dataset.view = view;
    tabMemory.set(KEY, view === "everything" ? null : view);
    everything.hidden = view === "everything";
  }

  /** @param {View} view */
  const address = view => `${location.origin}${location.pathname}${writeHash(view, token() ?? undefined)}`;

  copy.addEventListener("click", async () => {
    const copied = await copyText(link.value);
    say(copied ? "Copied: open it on the other device." : "This browser does not let the page copy; select the link instead.");
  });
  link.addEventListener("focus", () => link.select());
  everything.addEventListener("click", () => {
    show("everything");
    history.replaceState(history.state, "", location.pathname + location.search);
    find("#screen").focus();
  });
  // A link that is pasted into a tab that has the page already does not load it again.
  addEventListener("hashchange", () => {
    const { session, view } = readHash(location.hash);
    if (session) location.reload();
    else if (view) show(view);
  });
  show(readHash(location.hash).view ?? /** @type {View | null} */ (tabMemory.get(KEY)) ?? "everything");

  return {
    /** The session is known now. */
    update() {
      for (const each of links) set(each, "href", address(/** @type {View} */ (each.dataset.view)));
      link.value = address("everything");
    },
  };
}
