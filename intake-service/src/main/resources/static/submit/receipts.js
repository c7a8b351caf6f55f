// What became of what was accepted: intake asks the registry for it, as often as it takes, within bounds.
import { button, byId, element } from "./dom.js";
import { paged } from "./pager.js";
import { counted, hasWord, word } from "./words.js";

const AT_ONCE = 50;
const PAGE = 50;
const PAUSES_SECONDS = [1, 1, 2, 3, 5, 8, 13, 21, 34];
const SIGNS = { registered: ["good", "✓"], duplicate: ["good", "="], quarantined: ["wrong", "✕"], retracted: ["odd", "−"] };
let current = 0;

/** Shows the receipts of these outcomes that are not older than the check of the file. */
export async function showReceipts(ids, since) {
  const run = ++current;
  const wanted = [...new Set(ids)];
  byId("receipts").hidden = wanted.length === 0;
  if (wanted.length === 0) {
    return;
  }
  const receipts = new Map();
  const table = shown(wanted, receipts);
  for (let round = 0; run === current; round++) {
    const missing = wanted.filter((id) => !receipts.has(id));
    if (missing.length === 0 || round === PAUSES_SECONDS.length) {
      break;
    }
    await pause(PAUSES_SECONDS[round]);
    const trouble = await ask(missing, since, receipts, () => run === current);
    if (run === current) {
      table.again();
      account(wanted, receipts, trouble);
    }
    if (trouble !== undefined) {
      break;
    }
  }
  if (run === current && receipts.size < wanted.length) {
    byId("receipts-account").append(" ", button(word("receipts.again"), () => showReceipts(ids, since)));
  }
}

/** Asks for them some at a time; what stands in the way, if anything does. */
async function ask(ids, since, receipts, isWanted) {
  for (let i = 0; i < ids.length && isWanted(); i += AT_ONCE) {
    const query = ids.slice(i, i + AT_ONCE).map((id) => `outcomeId=${encodeURIComponent(id)}`).join("&");
    try {
      const answer = await fetch(`/receipts?${query}`);
      if (!answer.ok) {
        return answer.status === 401 ? "signedOut" : "away";
      }
      for (const receipt of (await answer.json()).receipts) {
        if (!(Date.parse(receipt.submittedAt) < since)) {
          receipts.set(receipt.outcomeId, receipt);
        }
      }
    } catch {
      return "away";
    }
  }
  return undefined;
}

function shown(ids, receipts) {
  const only = byId("only-quarantined");
  const list = () => (only.checked ? ids.filter((id) => receipts.get(id)?.status === "quarantined") : ids);
  let pages;
  const open = () => {
    const listed = list();
    pages = paged(byId("receipts").querySelector(".pager"), listed.length, PAGE, (from, to) =>
      byId("receipts-rows").replaceChildren(...listed.slice(from, to).map((id) => rowOf(id, receipts.get(id)))));
  };
  only.checked = false;
  only.onchange = open;
  open();
  account(ids, receipts, undefined);
  return { again: () => (only.checked ? open() : pages.again()) };
}

function account(ids, receipts, trouble) {
  const count = (status) => [...receipts.values()].filter((receipt) => receipt.status === status).length;
  const parts = Object.keys(SIGNS).filter((status) => count(status) > 0).map((status) => counted(`receipts.${status}`, count(status)));
  const waiting = ids.length - receipts.size;
  const all = [...parts, ...(waiting > 0 ? [counted("receipts.waiting", waiting)] : [])];
  byId("receipts-account").textContent = all.join(" ") + (trouble === undefined ? "" : ` ${word(`receipts.${trouble}`)}`);
  byId("receipts").dataset.waiting = waiting;
  byId("only-quarantined").closest("label").hidden = count("quarantined") === 0;
}

function rowOf(id, receipt) {
  const [kind, sign] = SIGNS[receipt?.status] ?? ["", "…"];
  const status = element("span", { class: `status ${kind}` }, element("span", { "aria-hidden": "true" }, sign),
    nameOf(receipt?.status ?? "waiting"));
  return element("tr", { "data-status": receipt?.status ?? "waiting" },
    element("th", { scope: "row", class: "cell" }, id), element("td", {}, status), element("td", { lang: "en" }, receipt?.reason ?? ""));
}

/** A registry that is newer than this page may have a status that has no word here. */
function nameOf(status) {
  return hasWord(`receipt.${status}`) ? word(`receipt.${status}`) : status;
}

function pause(seconds) {
  return new Promise((settle) => setTimeout(settle, seconds * 1000));
}
