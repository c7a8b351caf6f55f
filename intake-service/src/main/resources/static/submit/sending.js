// Sends one part, and says what came of it: { kind: "taken" | "busy" | "signedOut" | "broken" | "refused" | "cancelled" }.
import { bytesOf } from "./bytes.js";

const USUAL_PAUSE_SECONDS = 5;

// Another page of the same host changed the token; the answer that says so brings the new one.
const CSRF_TOKEN_RENEWED = "CSRF_TOKEN_MISSING";

/** Sends it zipped, as hospitals send more slowly than they receive. Tells of progress (0 to 1), and of lines as they come. */
export async function send(part, how, signal, onProgress, onLines) {
  const zipped = new Blob([bytesOf(part.body)]).stream().pipeThrough(new CompressionStream("gzip"));
  const body = await new Response(zipped).blob();
  const sent = () => posted(part, body, how, signal, onProgress, onLines);
  if (signal.aborted) {
    return { kind: "cancelled" };
  }
  const outcome = await sent();
  return outcome.problem?.code === CSRF_TOKEN_RENEWED ? sent() : outcome;
}

function posted(part, body, how, signal, onProgress, onLines) {
  return new Promise((settle) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const end = (outcome) => {
      signal.removeEventListener("abort", abort);
      settle(outcome);
    };
    signal.addEventListener("abort", abort);
    const type = how.type === undefined ? "" : `&type=${how.type}`;
    request.open("POST", `/v1/outcomes/batch?rows=all&dryRun=${how.dryRun}${type}`);
    request.setRequestHeader("Content-Type", part.contentType);
    request.setRequestHeader("Content-Encoding", "gzip");
    request.setRequestHeader("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
    const lines = new Lines(request);
    request.upload.addEventListener("progress", (event) => onProgress(event.loaded / Math.max(1, event.total)));
    request.addEventListener("progress", () => request.status === 200 && onLines(lines.come()));
    request.addEventListener("abort", () => end({ kind: "cancelled" }));
    request.addEventListener("error", () => end({ kind: "broken" }));
    request.addEventListener("load", () => {
      if (request.status === 200) {
        onLines(lines.come());
      }
      end(outcomeOf(request, lines));
    });
    request.send(body);
  });
}

/** The lines of an answer while it comes. */
class Lines {
  summary = undefined;
  #request;
  #read = 0;

  constructor(request) {
    this.#request = request;
  }

  come() {
    const text = this.#request.responseText;
    const end = text.lastIndexOf("\n") + 1;
    const lines = text.slice(this.#read, end).split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
    this.#read = Math.max(this.#read, end);
    this.summary ??= lines.find((line) => line.summary)?.summary;
    return lines.filter((line) => line.row !== undefined);
  }
}

function outcomeOf(request, lines) {
  const at = Date.parse(request.getResponseHeader("Date") ?? "");
  switch (request.status) {
    case 200:
      return lines.summary === undefined ? { kind: "broken" } : { kind: "taken", summary: lines.summary, at };
    case 401:
      return { kind: "signedOut" };
    case 429:
    case 503:
      return { kind: "busy", seconds: pauseOf(request) };
    case 408:
    case 500:
    case 502:
    case 504:
      return { kind: "broken" };
    default:
      return { kind: "refused", problem: problemOf(request) };
  }
}

function pauseOf(request) {
  const seconds = Number.parseInt(request.getResponseHeader("Retry-After") ?? "", 10);
  return Number.isNaN(seconds) ? USUAL_PAUSE_SECONDS : Math.max(1, seconds);
}

function problemOf(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return { detail: `${request.status} ${request.statusText}`, errors: [] };
  }
}

function cookie(name) {
  return document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
}
