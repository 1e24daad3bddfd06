// @ts-check
/** A code that a phone reads from the screen. */

import { html, say } from "../dom.js";
import { LONGEST_CODE } from "./words.js";

const TOO_LONG = "This link is too long for a code that a phone can read from a screen. A short link is not.";
const FAILED = "The code could not be made.";

/** @param {(address: string) => Promise<Blob>} draw */
export function codeForPhones(draw) {
  const picture = html("img", { class: "share-code", alt: "QR code of the link" });
  const about = html("p", {});
  const element = html("details", {}, html("summary", {}, "Code for phones"), picture, about);
  let address = "";
  let drawn = "";

  async function show() {
    if (!element.open || drawn === address) return;
    const wanted = drawn = address;
    picture.hidden = true;
    if (wanted === "" || wanted.length > LONGEST_CODE) return say(about, TOO_LONG);
    say(about, "");
    try {
      const file = URL.createObjectURL(await draw(wanted));
      if (wanted !== address) return URL.revokeObjectURL(file);
      URL.revokeObjectURL(picture.src);
      picture.src = file;
      picture.hidden = false;
    } catch {
      drawn = "";
      say(about, FAILED);
    }
  }

  element.addEventListener("toggle", show);
  return {
    element,
    /** @param {string} link */
    offer(link) {
      address = link;
      show();
    },
  };
}
