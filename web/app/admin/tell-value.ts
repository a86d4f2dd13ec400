/** A value of a setting in one line: ids by the names of what they stand for, lists and inner values without their brackets. */
export function tellValue(value: unknown, names: Readonly<Record<string, string>>): string {
  if (value === undefined || value === null || value === "") return "–";
  if (typeof value === "string") return names[value] ?? value;
  if (Array.isArray(value)) return value.map((one) => tellValue(one, names)).join(", ") || "–";
  if (typeof value !== "object") return String(value);
  const parts = Object.entries(value).map(
    ([name, inner]) => `${names[name] ?? name}: ${tellValue(inner, names)}`,
  );
  return parts.join("; ") || "–";
}
