import { textOf } from "./bytes.js";
import { fieldsOf } from "./json-cells.js";

const LONGEST = 1 << 20;

/** A file with one outcome a line, in JSON. */
export class LinesFile {
  contentType = "application/x-ndjson";
  extension = "ndjson";
  head = "";
  ended = false;
  #line = 1;

  /** Takes the lines that are complete; one that is too long to be an outcome is cut, and stays too long. */
  split(text, last) {
    const lines = text.split("\n");
    const rest = last ? "" : lines.pop();
    const rows = lines.map((line) => ({ number: this.#line++, text: `${line}\n` }));
    return { rows, rest: rest.length > LONGEST ? rest.slice(0, LONGEST) : rest };
  }

  body(rows) {
    return rows.map((row) => row.text).join("");
  }

  numberOf(reported, firstRow) {
    return firstRow === undefined ? reported : reported - 1 + firstRow.number;
  }

  cells(text) {
    return fieldsOf(textOf(text).trim());
  }

  only(rows) {
    return rows.map((row) => row.text).join("");
  }
}
