// Tables: rows are told apart by PapaParse, in the same way as intake does it.
import { isBlank, lineBreaks, textOf } from "./bytes.js";

const SEPARATORS = [",", ";", "\t"];
const LONGEST = 1 << 20;

/** A file that is a table. */
export class TableFile {
  contentType = "text/csv";
  extension = "csv";
  head = undefined;
  separator = ",";
  names = [];
  ended = false;
  #newline = "\n";
  #line = 1;

  /** Takes the rows that are complete; what is left is to be given again with what comes next. */
  split(text, last) {
    let body = text;
    if (this.head === undefined) {
      if (!this.#readHead(text, last)) {
        return { rows: [], rest: text };
      }
      body = text.slice(this.head.length);
    }
    const rows = [];
    const rest = body.slice(this.#records(body, last, rows));
    if (rest.length > LONGEST) {
      this.ended = true;
      rows.push(this.#row(rest.slice(0, LONGEST)));
    }
    return { rows, rest: this.ended ? "" : rest };
  }

  #records(text, last, rows) {
    let from = 0;
    const step = (result) => {
      const to = result.meta.cursor;
      if (to > from) {
        rows.push(this.#row(text.slice(from, to)));
      }
      from = to;
    };
    new Papa.Parser({ delimiter: this.separator, newline: this.#newline, step }).parse(text, 0, !last);
    return from;
  }

  #row(text) {
    const number = this.#line;
    this.#line += lineBreaks(text);
    return { number, text };
  }

  /** The first row that is not blank, and what stands before it. */
  #readHead(text, last) {
    const end = endOfHead(text);
    if (end < 0 && !last && text.length < LONGEST) {
      return false;
    }
    this.head = end < 0 ? text : text.slice(0, end);
    const header = textOf(this.head).trim();
    this.separator = separatorOf(header);
    this.#newline = /\r$/.test(this.head) ? "\r" : "\n";
    this.names = (Papa.parse(header, { delimiter: this.separator }).data[0] ?? []).map((name) => name.trim());
    this.#line += lineBreaks(this.head);
    return true;
  }

  /** What is sent of these rows: the header goes before every part. */
  body(rows) {
    const header = /[\r\n]$/.test(this.head) || rows.length === 0 ? this.head : `${this.head}\n`;
    return header + rows.map((row) => row.text).join("");
  }

  /** The number in the file of what is reported of a part that begins with this row. */
  numberOf(reported, firstRow) {
    return firstRow === undefined ? reported : reported - lineBreaks(this.head) - 1 + firstRow.number;
  }

  /** The cells of a row: what the header calls each, and what stands there. */
  cells(text) {
    const values = Papa.parse(textOf(text), { delimiter: this.separator }).data[0] ?? [];
    return values.flatMap((value, i) => {
      const name = this.names[i] ?? "";
      return name === "" && value.trim() === "" ? [] : [{ name, value: value.trim() }];
    });
  }

  /** A file of only these rows, in the bytes in which they came. */
  only(rows) {
    const ended = (text) => (/[\r\n]$/.test(text) ? text : `${text}\r\n`);
    return ended(this.head) + rows.filter((row) => !isBlank(row.text)).map((row) => ended(row.text)).join("");
  }
}

function endOfHead(text) {
  let quoted = false;
  for (let i = 0, begun = false; i < text.length; i++) {
    const c = text[i];
    quoted = c === '"' ? !quoted : quoted;
    if (!quoted && begun && (c === "\n" || c === "\r")) {
      const both = c === "\r" && text[i + 1] === "\n";
      return c === "\r" && i + 1 === text.length ? -1 : i + (both ? 2 : 1);
    }
    begun ||= !/[\s\uf7ef\uf7bb\uf7bf]/.test(c);
  }
  return -1;
}

/** The one that stands most often in the header, quoted names aside. */
function separatorOf(header) {
  const bare = header.replace(/"[^"]*"/g, "");
  const count = (separator) => bare.split(separator).length;
  return SEPARATORS.reduce((found, separator) => (count(separator) > count(found) ? separator : found));
}
