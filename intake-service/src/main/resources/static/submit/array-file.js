import { textOf } from "./bytes.js";
import { fieldsOf } from "./json-cells.js";

const LONGEST = 1 << 20;

/** A file that is one JSON array of outcomes; its elements are told apart by brackets, quotes and commas, as intake does it. */
export class ArrayFile {
  contentType = "application/json";
  extension = "json";
  head = "";
  ended = false;
  #begun = false;
  #tail = "";
  #element = 1;

  split(text, last) {
    let from = 0;
    if (!this.#begun) {
      from = text.indexOf("[") + 1;
      this.#begun = true;
    }
    const rows = [];
    for (let end = endOfElement(text, from); end >= 0 && !this.ended; end = endOfElement(text, from)) {
      this.ended = text[end] === "]";
      const element = text.slice(from, end);
      if (!this.ended || element.trim() !== "" || this.#element > 1) {
        rows.push({ number: this.#element++, text: element });
      }
      this.#tail = this.ended ? text.slice(end, end + LONGEST) : "";
      from = end + 1;
    }
    const rest = text.slice(from);
    if (!this.ended && (last || rest.length > LONGEST)) {
      this.ended = true;
      rows.push({ number: this.#element, text: rest.slice(0, LONGEST) });
    }
    return { rows, rest: this.ended ? "" : rest };
  }

  /** The last part ends as the file does, be that right or wrong. */
  body(rows, isLast) {
    return `[${rows.map((row) => row.text).join(",")}${isLast ? this.#tail : "]"}`;
  }

  numberOf(reported, firstRow) {
    return firstRow === undefined ? reported : reported - 1 + firstRow.number;
  }

  cells(text) {
    return fieldsOf(textOf(text).trim());
  }

  only(rows) {
    return `[\n${rows.map((row) => row.text.trim()).join(",\n")}\n]\n`;
  }
}

/** Where the comma or the bracket stands that ends the element; nowhere yet where it is not complete. */
function endOfElement(text, from) {
  const marks = /[",[\]{}]/g;
  marks.lastIndex = from;
  let depth = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const c = mark[0];
    if (c === '"') {
      const end = endOfText(text, mark.index + 1);
      if (end < 0) {
        return -1;
      }
      marks.lastIndex = end + 1;
    } else if (depth === 0 && (c === "," || c === "]")) {
      return mark.index;
    } else if (c === "{" || c === "[") {
      depth++;
    } else if (depth > 0 && c !== ",") {
      depth--;
    }
  }
  return -1;
}

function endOfText(text, from) {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '"') {
      return i;
    }
    i += text[i] === "\\" ? 1 : 0;
  }
  return -1;
}
