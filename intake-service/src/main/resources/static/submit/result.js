// What came of a run: the account in words and figures, and what can be done next.
import { byId, element } from "./dom.js";
import { showReported } from "./fault-table.js";
import { goTo, tell } from "./news.js";
import { counted, word } from "./words.js";

/** Shows it, and leads the reader there. */
export function showResult(file, account) {
  const { dryRun, received, accepted, rejected } = account;
  const stage = dryRun ? "checked" : "submitted";
  byId("result").hidden = false;
  byId("result").dataset.end = `${stage} ${account.end}`;
  byId("result-title").textContent = word(`${stage}.title`, { file: file.name });
  byId("notes").replaceChildren(...notes(account, stage));
  byId("figures").hidden = account.end === "refused" && received === 0;
  for (const [name, n] of Object.entries({ received, accepted, rejected })) {
    byId(`${name}-label`).textContent = word(`${stage}.${name}`);
    byId(name).textContent = word("figure", { n });
  }
  byId("submit").hidden = !(dryRun && account.end === "complete" && accepted > 0);
  byId("submit").textContent = counted(rejected === 0 ? "submit.all" : "submit.accepted", accepted);
  byId("save-rows").hidden = rejected === 0;
  byId("save-explanations").hidden = rejected === 0 && account.odd.count === 0;
  showHeader(account);
  showReported(byId("faulty"), account.faulty.kept, (row) => account.format.cells(row.text));
  showReported(byId("odd"), account.odd.kept, (row) => account.format.cells(row.text));
  byId("odd-summary").textContent = counted("odd", account.odd.count);
  goTo(byId("result-title"));
  tell(byId("notes").textContent);
}

/** What stands in the way of the whole table is told at its header; a type that no column has may be said there. */
function showHeader({ problem, format }) {
  const faults = problem?.errors ?? [];
  const cells = (format?.names ?? []).map((name, i) => ({ name: String(i + 1), value: name, is: name }));
  byId("type-of-all").hidden = !faults.some(({ field, code }) => field === "type" && code === "MISSING_COLUMN");
  showReported(byId("header"), faults.length === 0 ? [] : [{ label: word("header"), faults }], () => cells);
}

function notes(account, stage) {
  const { received, accepted, rejected, end } = account;
  const told = [];
  if (end === "complete") {
    const how = received === 0 ? "none" : rejected === 0 ? "good" : accepted === 0 ? "wrong" : "odd";
    told.push(note(how === "none" ? "odd" : how, counted(`${stage}.${how}`, accepted, { received, rejected, accepted })));
  } else if (end === "refused") {
    const { errors = [], detail } = account.problem;
    told.push(note("wrong", word(`${stage}.refused`), errors.length === 0 ? detail : undefined));
  } else {
    told.push(note("odd", counted(`${stage}.${end}`, accepted, { received })));
  }
  if (account.brokenAt !== undefined) {
    told.push(note("wrong", word("brokenAt", { n: String(account.brokenAt) })));
  }
  if (account.faulty.count > account.faulty.kept.length) {
    told.push(note("odd", word("tooMany", { n: account.faulty.kept.length })));
  }
  const ignored = account.warnings.map((warning) => warning.field).join(", ");
  return ignored === "" ? told : [...told, note("odd", word("ignored", { columns: ignored }))];
}

function note(kind, text, detail) {
  const more = detail === undefined ? undefined : element("p", { lang: "en" }, detail);
  return element("div", { class: `note ${kind}` }, element("p", {}, text), more);
}
