// @ts-check
/**
 * Typing into the cells of a table, as in a spreadsheet: one field that stands over the cell it is for.
 *
 * What was typed is sent as it is; until the server has answered the cell shows it. A refusal brings the field back with
 * what was typed in it, unless the person is elsewhere by then: then the cell has its old number again and the sentence
 * stands beside it for a while.
 *
 * @typedef {{row: number, column: number}} Place row among all examples; inputs before targets
 * @typedef {import("../lab.js").Refused} Refused
 */

import { html, say } from "../dom.js";
import { refusalBubble } from "./bubble.js";

/**
 * @typedef {object} Grid
 * @property {(place: Place) => HTMLTableCellElement | null} cell whose first child is its text; null where there is none
 * @property {(place: Place) => string} truth what the server says stands there
 * @property {(place: Place) => string} name
 * @property {(place: Place, text: string, refused: Refused) => boolean} commit whether it could be sent
 * @property {(from: Place, across: number, down: number) => Place | null} beside where a step leads
 */

/** @param {Grid} grid */
export function cellEditor(grid) {
  const input = html("input", { type: "text", inputmode: "decimal", autocomplete: "off", size: 8, class: "cell-field" });
  const bubble = refusalBubble();
  /** @type {Place | null} */
  let open = null;
  let moving = false;

  /** @param {Place} place @param {string} [text] instead of what stands there */
  function edit(place, text) {
    close();
    const cell = grid.cell(place);
    if (!cell) return;
    open = place;
    input.value = text ?? grid.truth(place);
    input.setAttribute("aria-label", grid.name(place));
    cell.append(input);
    input.focus();
    if (text === undefined) input.select();
  }

  /** Take the field away; what is in it goes to the server unless it is dropped. @param {boolean} [drop] */
  function close(drop = false) {
    if (!open) return;
    const [place, text] = [open, input.value];
    open = null;
    input.removeAttribute("aria-invalid");
    bubble.hide();
    input.remove();
    if (!drop && text.trim() !== grid.truth(place)) send(place, text);
  }

  /** @param {Place} place @param {string} text */
  function send(place, text) {
    const cell = grid.cell(place);
    const sent = grid.commit(place, text, refusal => refuse(place, text, refusal.message));
    if (cell?.firstChild && sent) say(cell.firstChild, text.trim());
  }

  /** @param {Place} place @param {string} text @param {string} sentence */
  function refuse(place, text, sentence) {
    const cell = grid.cell(place);
    if (!cell?.firstChild) return;
    say(cell.firstChild, grid.truth(place));
    const here = document.activeElement === cell && !open;
    if (here) {
      edit(place, text);
      input.setAttribute("aria-invalid", "true");
    }
    bubble.show(cell, sentence, here);
  }

  /** Done here: to another cell, with the field open there too or not. @param {Place} place @param {boolean} [again] */
  function leaveFor(place, again = false) {
    close();
    if (again) edit(place);
    else grid.cell(place)?.focus();
  }

  /** @type {Record<string, (place: Place, event: KeyboardEvent) => Place | null>} */
  const ways = {
    Enter: place => place,
    ArrowUp: place => grid.beside(place, 0, -1),
    ArrowDown: place => grid.beside(place, 0, 1),
    Tab: (place, event) => grid.beside(place, event.shiftKey ? -1 : 1, 0),
  };

  input.addEventListener("keydown", event => {
    if (!open || event.isComposing) return;
    if (event.key === "Escape") {
      const place = open;
      event.preventDefault();
      close(true);
      grid.cell(place)?.focus();
    } else if (Object.hasOwn(ways, event.key)) {
      const place = ways[event.key](open, event);
      if (!place) return; // out of the table: the blur sends it
      event.preventDefault();
      leaveFor(place, event.key === "Tab");
    }
    event.stopPropagation();
  });
  input.addEventListener("input", () => {
    input.removeAttribute("aria-invalid");
    bubble.hide();
  });
  input.addEventListener("blur", () => moving || close());
  // What is typed is no business of the row's.
  for (const kind of ["click", "dblclick"]) input.addEventListener(kind, event => event.stopPropagation());

  return {
    edit,
    /** Whether the field stands at this place. @param {Place} place */
    isOpen: place => open !== null && open.row === place.row && open.column === place.column,
    /** Do something to the table; the field comes along with all that is in it. @param {() => void} change */
    through(change) {
      const focused = document.activeElement === input;
      const [from, to] = [input.selectionStart, input.selectionEnd];
      moving = true;
      change();
      const cell = open && grid.cell(open);
      if (open && !cell) close(true);
      else if (cell && input.parentElement !== cell) {
        cell.append(input);
        if (focused) input.focus();
        if (focused) input.setSelectionRange(from, to);
      }
      moving = false;
    },
  };
}
