// A run sends all parts of a file, as a dry run or for good, and keeps the account.
import { partsOf } from "./parts.js";
import { ReportedRows } from "./reported-rows.js";
import { send } from "./sending.js";

const ENDS_THE_FILE = ["UNREADABLE_CSV", "NOT_GZIP", "BATCH_TOO_LONG"];
const MOST_IDS = 2000;
const NOT_KEPT_PAUSE_SECONDS = 5;

/**
 * Runs to the end, or to where it is refused or cancelled; what was taken until then stays in the account.
 *
 * @param how dryRun, and type of all rows where it stands elsewhere than in a column
 * @param screen progressed(part, account), and paused(why, seconds): a promise of whether to go on
 */
export async function run(file, how, signal, screen) {
  const account = {
    end: "complete", dryRun: how.dryRun, received: 0, accepted: 0, rejected: 0, at: undefined, format: undefined, problem: undefined,
    brokenAt: undefined, warnings: [], faulty: new ReportedRows(), odd: new ReportedRows(), ids: [],
  };
  let from = 0;
  try {
    for await (const part of partsOf(file, (format) => (account.format = format))) {
      const progress = (sent) => screen.progressed((from + (part.read - from) * sent) / Math.max(1, file.size), account);
      if (!(await settled(part, how, account, signal, screen, progress)) || account.brokenAt !== undefined) {
        break;
      }
      from = part.read;
      progress(0);
    }
  } catch (unreadable) {
    console.warn(unreadable);
    account.end = "unreadable";
  }
  return account;
}

/** Sends a part as often as it takes; whether to go on with the next. */
async function settled(part, how, account, signal, screen, progress) {
  for (let attempt = 1; ; attempt++) {
    const rows = [];
    const sent = await send(part, how, signal, progress, (lines) => rows.push(...lines));
    const outcome = isKept(rows) ? sent : { kind: "busy", seconds: NOT_KEPT_PAUSE_SECONDS };
    switch (outcome.kind) {
      case "taken":
        add(part, outcome, rows, account);
        return true;
      case "refused":
        account.end = "refused";
        account.problem = outcome.problem;
        return false;
      case "cancelled":
        account.end = "cancelled";
        return false;
      default:
        progress(0);
        if (!(await screen.paused(outcome, attempt))) {
          account.end = "cancelled";
          return false;
        }
    }
  }
}

/** Rows without a fault may not have been kept because the broker is away. */
function isKept(rows) {
  return !rows.some((row) => row.errors.some((error) => error.code === "BROKER_UNAVAILABLE"));
}

function add(part, { summary, at }, rows, account) {
  account.received += summary.received;
  account.accepted += summary.accepted;
  account.rejected += summary.rejected;
  account.at ??= at;
  if (account.warnings.length === 0) {
    account.warnings = summary.warnings ?? [];
  }
  for (const { row, outcomeId, status, errors, warnings } of rows) {
    const number = part.numberOf(row);
    if (status === "rejected") {
      account.faulty.add(number, outcomeId, errors, () => part.textOf(number));
      if (errors.some((error) => ENDS_THE_FILE.includes(error.code))) {
        account.brokenAt ??= number;
      }
    } else {
      if (warnings.length > 0) {
        account.odd.add(number, outcomeId, warnings, () => part.textOf(number));
      }
      if (account.ids.length < MOST_IDS) {
        account.ids.push(outcomeId);
      }
    }
  }
}
