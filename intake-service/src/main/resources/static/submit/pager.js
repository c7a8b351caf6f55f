import { button, element } from "./dom.js";
import { word } from "./words.js";

/** Shows a long list a page at a time: so many entries go to show, and buttons lead to the others. */
export function paged(place, count, size, show) {
  const where = element("span", { role: "status" });
  const before = button(word("page.before"), () => go(first - size));
  const after = button(word("page.after"), () => go(first + size));
  let first = 0;
  const go = (to) => {
    first = to;
    const end = Math.min(count, first + size);
    before.disabled = first === 0;
    after.disabled = end >= count;
    where.textContent = word("page.where", { from: first + 1, to: end, of: count });
    show(first, end);
  };
  place.replaceChildren(...(count > size ? [before, where, after] : []));
  go(0);
  return { again: () => go(first) };
}
