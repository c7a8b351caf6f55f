// What the scripts say stands in the page, in its language: <template id="words"> has an element a word.
const language = document.documentElement.lang;
const plural = new Intl.PluralRules(language);
const figures = new Intl.NumberFormat(language);
const said = new Map();
for (const element of document.getElementById("words").content.children) {
  said.set(element.dataset.word, element.textContent);
}

/** The word of that name, with values put in for {their names}. */
export function word(name, values = {}) {
  const text = said.get(name);
  if (text === undefined) {
    throw new Error(`the page has no word ${name}`);
  }
  return text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? shown(values[key]) : whole));
}

/** The word of that name for so many: name.one, name.other; {n} in it is the count. */
export function counted(name, n, values = {}) {
  return word(`${name}.${plural.select(n)}`, { n, ...values });
}

/** Whether there is such a word; others make codes, too. */
export function hasWord(name) {
  return said.has(name);
}

function shown(value) {
  return typeof value === "number" ? figures.format(value) : value;
}
