import { bytesOf } from "./bytes.js";
import { element } from "./dom.js";
import { word } from "./words.js";

/** The rows with faults, byte for byte as they came, as a file that can be mended and sent. */
export function saveFaultyRows(file, account) {
  const bytes = bytesOf(account.format.only(account.faulty.kept.filter((row) => row.text !== "")));
  save(`${bare(file)}-${word("file.faultyRows")}.${account.format.extension}`, new Blob([bytes]));
}

/** What is told of them, as a table that a spreadsheet opens. */
export function saveExplanations(file, account) {
  const rows = [...account.faulty.kept, ...account.odd.kept].sort((one, other) => one.number - other.number);
  const fields = ["row", "outcomeId", "field", "code", "value", "message", "fix"];
  const data = rows.flatMap(({ number, outcomeId, faults }) =>
    faults.map((fault) => [number, outcomeId, fault.field, fault.code, fault.value, fault.message, fault.fix]));
  const table = Papa.unparse({ fields, data }, { delimiter: account.format.separator ?? ",", escapeFormulae: true });
  save(`${bare(file)}-${word("file.explanations")}.csv`, new Blob(["\uFEFF", table, "\r\n"], { type: "text/csv" }));
}

function bare(file) {
  return file.name.replace(/\.gz$/i, "").replace(/\.\w+$/, "");
}

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
