// The page for submitting a file: it is checked as soon as it is there, and submitted when its person says so.
import { byId } from "./dom.js";
import { saveExplanations, saveFaultyRows } from "./downloads.js";
import { underWay } from "./progress.js";
import { showReceipts } from "./receipts.js";
import { showResult } from "./result.js";
import { run } from "./runs.js";

let now = { file: undefined, type: undefined, account: undefined, screen: undefined };

/** @param type of all rows of a table that has no column of it */
async function start(file, dryRun, type) {
  const checked = now.account;
  now.screen?.cancel();
  const screen = underWay(file, dryRun);
  now = { file, type, account: undefined, screen };
  byId("place").classList.add("small");
  byId("result").hidden = true;
  showReceipts([], 0);
  const account = await run(file, { dryRun, type }, screen.signal, screen);
  if (now.screen !== screen) {
    return;
  }
  screen.end();
  now = { file, type, account, screen: undefined };
  showResult(file, account);
  if (!dryRun) {
    showReceipts(account.ids, checked?.at);
  }
}

function take(files) {
  if (files.length > 0) {
    start(files[0], true);
  }
}

byId("file").addEventListener("change", (event) => {
  take(event.target.files);
  event.target.value = "";
});
for (const [name, over] of [["dragenter", true], ["dragover", true], ["dragleave", false], ["drop", false]]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    byId("place").classList.toggle("over", over);
  });
}
document.addEventListener("drop", (event) => take(event.dataTransfer.files));
byId("submit").addEventListener("click", () => start(now.file, false, now.type));
byId("check-type").addEventListener("click", () => start(now.file, true, byId("type").value));
byId("save-rows").addEventListener("click", () => saveFaultyRows(now.file, now.account));
byId("save-explanations").addEventListener("click", () => saveExplanations(now.file, now.account));
addEventListener("beforeunload", (event) => {
  if (now.screen !== undefined) {
    event.preventDefault();
  }
});
// Nobody can choose a file before somebody listens.
byId("file").disabled = false;
