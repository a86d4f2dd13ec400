/** Names of properties whose values are nobody's to read later. */
const secret = /pass(?:word|phrase)?$|secret|token|private|api_?key|credential|keyword|authorization|cookie/i;
/** Who somebody is: the log outlives the person's wish to be forgotten, so it names people by id alone. */
const personal: ReadonlySet<string> = new Set([
  "name",
  "username",
  "email",
  "department",
  "location",
  "company",
  "photoUrl",
]);
const charsMost = 2000;
const itemsMost = 100;
const levelsMost = 8;

/** The value without secrets, shortened to what a reader of the log can use. */
export function withoutSecrets(value: unknown, options: { readonly aboutPeople: boolean }): unknown {
  return clean(value, options, 0);
}

function clean(value: unknown, options: { readonly aboutPeople: boolean }, level: number): unknown {
  if (typeof value === "string") return value.length > charsMost ? `${value.slice(0, charsMost)}…` : value;
  if (typeof value !== "object" || value === null) return value;
  if (level === levelsMost) return "…";
  if (Array.isArray(value)) {
    return value.slice(0, itemsMost).map((item) => clean(item, options, level + 1));
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "__proto__")
      .slice(0, itemsMost)
      .map(([name, part]) => [name, isHidden(name, part, options) ? "•••" : clean(part, options, level + 1)]),
  );
}

function isHidden(name: string, part: unknown, { aboutPeople }: { readonly aboutPeople: boolean }): boolean {
  if (part === undefined || part === null || typeof part === "boolean") return false;
  return secret.test(name) || (aboutPeople && personal.has(name));
}
