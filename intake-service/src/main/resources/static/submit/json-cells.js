/** The fields of an outcome in JSON as cells with dotted names, as a table has them; one cell with all of it where it is none. */
export function fieldsOf(json) {
  try {
    const outcome = JSON.parse(json.replace(/^\uFEFF/, ""));
    return outcome !== null && typeof outcome === "object" && !Array.isArray(outcome)
      ? flat("", outcome)
      : [{ name: "", value: json }];
  } catch {
    return [{ name: "", value: json }];
  }
}

function flat(before, object) {
  return Object.entries(object).flatMap(([key, value]) => {
    const name = before + key;
    return value !== null && typeof value === "object" && !Array.isArray(value)
      ? flat(`${name}.`, value)
      : [{ name, value: Array.isArray(value) ? value.map(piece).join("|") : String(value) }];
  });
}

function piece(value) {
  return value !== null && typeof value === "object" ? Object.values(value).join(":") : String(value);
}
