// Rows with something amiss: each faulty cell is marked, and beside it stands what is wrong and what to do.
import { element } from "./dom.js";
import { paged } from "./pager.js";
import { word } from "./words.js";

const PAGE = 20;
const SHOWN_OF_A_ROW = 160;

/** Shows them in the table of a section that has one, a page at a time. */
export function showReported(section, rows, cellsOf) {
  section.hidden = rows.length === 0;
  if (rows.length > 0) {
    const table = section.querySelector("table");
    paged(section.querySelector(".pager"), rows.length, PAGE, (from, to) => {
      table.querySelectorAll("tbody").forEach((body) => body.remove());
      table.append(...rows.slice(from, to).map((row) => bodyOf(row, cellsOf(row))));
    });
  }
}

function bodyOf(row, cells) {
  const groups = byField(row.faults);
  const body = element("tbody");
  groups.forEach(([field, faults], i) => {
    const line = i === 0 ? lineOf(row, groups.length + 1) : undefined;
    const name = element("th", { scope: "row", class: "field" }, field === "" ? word("wholeRow") : field);
    const value = element("td", { class: "value" }, valueOf(field, faults, row, cells));
    const told = element("td", { lang: "en" }, ...faults.flatMap(explanation));
    body.append(element("tr", { "data-code": faults.map((fault) => fault.code).join(" ") }, line, name, value, told));
  });
  const fields = new Set(groups.map(([field]) => field));
  body.append(element("tr", { class: "others" }, element("td", { colspan: "3" }, rowOf(cells, fields))));
  return body;
}

/** What is told of a field's part is told of the field: its cell is one. */
function byField(faults) {
  const groups = new Map();
  for (const fault of faults) {
    const field = fault.field.replace(/\[.*/, "");
    groups.set(field, [...(groups.get(field) ?? []), fault]);
  }
  return [...groups];
}

function lineOf(row, rowspan) {
  const id = row.outcomeId === undefined ? "" : element("small", { class: "cell" }, row.outcomeId);
  return element("th", { scope: "rowgroup", rowspan, class: "line" }, row.label ?? word("line", { n: String(row.number) }), id);
}

function valueOf(field, faults, row, cells) {
  if (field === "") {
    const text = cells.map((cell) => cell.value).join(" · ");
    return marked(text.length > SHOWN_OF_A_ROW ? `${text.slice(0, SHOWN_OF_A_ROW)}…` : text);
  }
  const cell = cells.find((each) => each.name === field || each.is === field);
  return marked(cell?.value ?? faults[0].value ?? "", cell === undefined ? "noCell" : "emptyCell");
}

function marked(value, without = "emptyCell") {
  const said = element("span", { class: "unseen" }, `${word("faultyCell")} `);
  return value === ""
    ? element("span", { class: "marked empty" }, said, word(without))
    : element("span", { class: "marked cell" }, said, value);
}

function explanation(fault) {
  return [
    element("p", { class: "why" }, sentence(fault.message)),
    element("p", { class: "fix" }, element("strong", {}, "Fix: "), sentence(fault.fix)),
  ];
}

function sentence(text) {
  return text.endsWith(".") || text.endsWith("?") ? text : `${text}.`;
}

function rowOf(cells, fields) {
  const list = element("dl", { class: "cells" });
  for (const { name, value, is } of cells) {
    if (value !== "" || fields.has(name)) {
      const told = fields.has(name) || fields.has(is);
      list.append(element("div", { class: told ? "told" : undefined }, element("dt", {}, name), element("dd", {}, value || "—")));
    }
  }
  return list;
}
