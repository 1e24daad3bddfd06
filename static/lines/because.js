// @ts-check
/** Where one number comes from, in a place that stays where it is. */

import { html, say } from "../dom.js";
import { tellMore } from "./more.js";

/** @param {HTMLElement} element */
export function becauseBox(element) {
  const head = html("span", { class: "because-head" });
  const who = html("span", { class: "because-who" });
  const terms = html("ul", { class: "because-terms" });
  const content = html("div", {}, html("p", {}, head, who), terms);
  element.append(content);
  tellMore(element, content);

  return {
    /** @param {import("./cell.js").Because | null} because @param {boolean} aloud */
    show(because, aloud) {
      element.setAttribute("aria-live", aloud ? "polite" : "off");
      say(head, because?.head ?? "");
      say(who, because?.who ? ` · ${because.who}` : "");
      const wanted = because?.terms ?? [];
      while (terms.children.length > wanted.length) terms.lastElementChild?.remove();
      while (terms.children.length < wanted.length) terms.append(html("li"));
      wanted.forEach((term, i) => say(terms.children[i], term));
    },
  };
}
