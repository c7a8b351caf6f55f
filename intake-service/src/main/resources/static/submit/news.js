import { byId } from "./dom.js";

const QUIET_MILLISECONDS = 4000;
let last = 0;

/** Tells those who do not see the page, at once. */
export function tell(text) {
  last = Date.now();
  byId("news").textContent = text;
}

/** Tells them too, and not more often than one can listen. */
export function tellNowAndThen(text) {
  if (Date.now() - last > QUIET_MILLISECONDS) {
    tell(text);
  }
}

/** Puts the focus on a heading that has come, for reading on from there. */
export function goTo(heading) {
  heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start", behavior: "auto" });
}
