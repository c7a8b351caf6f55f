// Keeps an open page true: when the registry says that there are newer numbers, the page is asked for once more, and what is
// other in it takes its place. What a reader has typed, ticked or opened stays as it is.
const PAUSE_MILLIS = 2000;
const shown = () => document.querySelector("[data-version]")?.dataset.version;

let newest = shown();
let changes;
let underWay = false;

/** Listens as long as somebody looks: a browser has few connections to a host for all its tabs. */
function listen() {
  changes?.close();
  if (document.hidden) {
    return;
  }
  changes = new EventSource("/v1/changes");
  changes.addEventListener("message", (event) => {
    newest = String(JSON.parse(event.data).dataVersion);
    renew();
  });
}

async function renew() {
  if (underWay || document.hidden || newest === shown()) {
    return;
  }
  underWay = true;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.ok && !answer.redirected) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      bring(document.querySelector("main"), page.querySelector("main"));
    } else if (answer.status < 500) {
      changes.close();
    }
  } catch (away) {
    console.debug("The page could not be asked for once more", away);
  }
  setTimeout(() => {
    underWay = false;
    renew();
  }, PAUSE_MILLIS);
}

/** Makes one what the other is, by as few changes as it takes. */
function bring(old, other) {
  if (old.isEqualNode(other)) {
    return;
  }
  if (!areOfAKind(old, other)) {
    old.replaceWith(document.importNode(other, true));
  } else if (old.nodeType === Node.ELEMENT_NODE) {
    bringAttributes(old, other);
    bringChildren(old, other);
  } else {
    old.nodeValue = other.nodeValue;
  }
}

function areOfAKind(old, other) {
  return old.nodeName === other.nodeName && old.id === other.id;
}

function bringAttributes(old, other) {
  for (const name of old.getAttributeNames()) {
    if (!other.hasAttribute(name) && name !== "open") {
      old.removeAttribute(name);
    }
  }
  for (const name of other.getAttributeNames()) {
    if (old.getAttribute(name) !== other.getAttribute(name)) {
      old.setAttribute(name, other.getAttribute(name));
    }
  }
}

/** Where there are others, more or fewer of them, those with an id are known again by it. */
function bringChildren(old, other) {
  const olds = [...old.childNodes];
  const others = [...other.childNodes];
  if (olds.length === others.length && olds.every((child, i) => areOfAKind(child, others[i]))) {
    olds.forEach((child, i) => bring(child, others[i]));
    return;
  }
  const known = new Map(olds.filter((child) => child.id).map((child) => [child.id, child]));
  old.replaceChildren(
    ...others.map((child) => {
      const same = known.get(child.id);
      if (same === undefined || !areOfAKind(same, child)) {
        return document.importNode(child, true);
      }
      bring(same, child);
      return same;
    }),
  );
}

document.addEventListener("visibilitychange", listen);
listen();
