// @ts-check
/** Said before somebody asks for hidden sizes of a network that has no hidden layer, with a way out. */

import { html } from "../dom.js";

/** @param {ReturnType<typeof import("./form.js").studyForm>} form */
export function sizesNone(form) {
  const turn = html("button", { type: "button", class: "plain" }, "Take the posts’ XOR");
  turn.addEventListener("click", () => form.turn("post"));
  const element = html("p", { class: "size-none", role: "status", hidden: true }, "The run in view has no hidden layer, and so no hidden sizes to try. ", turn);
  return {
    element,
    /** @param {import("../lab.js").State} state */
    paint({ controls }) {
      element.hidden = controls === null || controls.hidden_size !== null || form.of() !== "present";
    },
  };
}
