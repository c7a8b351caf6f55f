// What is seen while a run is under way: how far it is, and what it waits for.
import { button, byId, element } from "./dom.js";
import { tell, tellNowAndThen } from "./news.js";
import { counted, word } from "./words.js";

const REPEATS = 5;
const SECOND = 1000;

/** Shows a run that begins; its signal ends the run when the person cancels it. */
export function underWay(file, dryRun) {
  const cancelling = new AbortController();
  const bar = byId("bar");
  const state = dryRun ? "checking" : "submitting";
  byId("progress-title").textContent = word(state, { file: file.name });
  byId("progress-title").dataset.state = state;
  bar.value = 0;
  byId("so-far").textContent = "";
  byId("pause").replaceChildren();
  byId("progress").hidden = false;
  byId("cancel").onclick = () => cancelling.abort();
  tell(word(state, { file: file.name }));
  return {
    signal: cancelling.signal,
    cancel: () => cancelling.abort(),
    end: () => (byId("progress").hidden = true),
    progressed: (part, account) => {
      bar.value = part;
      if (account.received === 0) {
        return;
      }
      const soFar = counted("soFar", account.received, { accepted: account.accepted, rejected: account.rejected });
      byId("so-far").textContent = soFar;
      tellNowAndThen(soFar);
    },
    paused: (outcome, attempt) => paused(outcome, attempt, cancelling.signal),
  };
}

/** Waits for the time that intake asks for, or for the person; whether to go on. */
function paused(outcome, attempt, signal) {
  return new Promise((settle) => {
    const seconds = outcome.kind === "busy" ? outcome.seconds : 0;
    const byItself = outcome.kind === "busy" && attempt <= REPEATS;
    const left = element("span", { role: "timer", "aria-live": "off" });
    const again = button(word(`${outcome.kind}.again`), () => goOn(true), { class: "main", disabled: seconds > 0 });
    const ticking = countdown(seconds, (n) => {
      left.textContent = n > 0 ? counted("countdown", n) : "";
      again.disabled = n > 0;
      if (n === 0 && byItself) {
        goOn(true);
      }
    });
    const cancel = () => goOn(false);
    signal.addEventListener("abort", cancel);
    const goOn = (whether) => {
      clearInterval(ticking);
      signal.removeEventListener("abort", cancel);
      byId("pause").replaceChildren();
      settle(whether);
    };
    const why = word(outcome.kind);
    byId("pause").replaceChildren(noteOf(outcome, why, left, again));
    tell(why);
  });
}

function noteOf(outcome, why, left, again) {
  const note = element("div", { class: outcome.kind === "broken" ? "note wrong" : "note odd" });
  note.append(element("p", {}, why, " ", left));
  const row = element("p", { class: "row" });
  if (outcome.kind === "signedOut") {
    const tab = { class: "button", href: "/sign-in?to=/", target: "_blank", rel: "noopener" };
    row.append(element("a", tab, word("signedOut.signIn")));
  }
  row.append(again);
  note.append(row);
  return note;
}

function countdown(seconds, onSecond) {
  let left = seconds;
  const ticking = setInterval(() => {
    left--;
    if (left >= 0) {
      onSecond(left);
    } else {
      clearInterval(ticking);
    }
  }, SECOND);
  queueMicrotask(() => left > 0 && onSecond(left));
  return ticking;
}
