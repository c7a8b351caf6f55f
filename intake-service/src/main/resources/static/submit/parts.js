import { byteStrings } from "./bytes.js";
import { ArrayFile } from "./array-file.js";
import { LinesFile } from "./lines-file.js";
import { TableFile } from "./table-file.js";

const ENOUGH_BYTES = 4 << 20;

/**
 * A file in parts of some megabytes, each a batch of its own: so a file of any length needs little memory here, and what has
 * to be sent again is one part. Repeats count once.
 */
export async function* partsOf(file, onFormat) {
  let read = 0;
  const chunks = byteStrings(file, (bytes) => (read += bytes));
  let format;
  let rows = [];
  let size = 0;
  let rest = "";
  for await (const chunk of chunks) {
    rest += chunk;
    if (format === undefined) {
      format = formatOf(file.name, rest);
      onFormat(format);
    }
    const split = format.split(rest, false);
    rest = split.rest;
    for (const row of split.rows) {
      rows.push(row);
      size += row.text.length;
      if (size >= ENOUGH_BYTES) {
        yield part(format, rows, false, read);
        rows = [];
        size = 0;
      }
    }
    if (format.ended) {
      break;
    }
  }
  format ??= formatOf(file.name, rest);
  onFormat(format);
  rows.push(...(format.ended ? [] : format.split(rest, true).rows));
  yield part(format, rows, true, file.size);
}

function part(format, rows, isLast, read) {
  const byNumber = new Map(rows.map((row) => [row.number, row.text]));
  return {
    contentType: format.contentType,
    body: format.body(rows, isLast),
    read,
    numberOf: (reported) => format.numberOf(reported, rows[0]),
    textOf: (number) => byNumber.get(number) ?? "",
  };
}

/** By the name, and by the first letter where that does not tell. */
function formatOf(name, begin) {
  const bare = name.toLowerCase().replace(/\.gz$/, "");
  const first = begin.replace(/^\uf7ef\uf7bb\uf7bf/, "").trimStart()[0];
  if (bare.endsWith(".csv") || (first !== "[" && first !== "{")) {
    return new TableFile();
  }
  return first === "[" && !bare.endsWith(".ndjson") ? new ArrayFile() : new LinesFile();
}
