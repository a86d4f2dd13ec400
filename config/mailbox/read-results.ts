/**
 * Whether this mail server has found the sender to be who they say: the first `Authentication-Results` (RFC 8601) under
 * its name, which it put there last. `dmarc=pass` for the sender's domain does, or, where that domain has no rule, a
 * signature of it.
 */
export function provesSender(results: readonly string[], server: string, sender: string): boolean {
  const domain = sender.slice(sender.lastIndexOf("@") + 1);
  const own = results.map(readResults).find((one) => one.server === server.toLowerCase());
  if (own === undefined || domain === "") return false;
  const judged = own.found.filter(({ method }) => method === "dmarc");
  if (judged.some(({ result }) => result === "pass")) return judged.every((one) => isOf(one, domain));
  if (judged.some(({ result }) => result === "fail")) return false;
  return own.found.some(
    ({ method, result, properties }) =>
      method === "dkim" && result === "pass" && properties.get("header.d") === domain,
  );
}

interface Result {
  readonly method: string;
  readonly result: string;
  readonly properties: ReadonlyMap<string, string>;
}

/** Servers name the domain in From, or the one of its organization. */
function isOf({ result, properties }: Result, domain: string): boolean {
  const named = properties.get("header.from");
  const of = named?.slice(named.lastIndexOf("@") + 1);
  return result === "pass" && (of === undefined || of === domain || domain.endsWith(`.${of}`));
}

function readResults(value: string): { readonly server: string; readonly found: readonly Result[] } {
  const [head = "", ...parts] = splitAt(withoutComments(value));
  const server = /^\s*(\S+)/.exec(head)?.[1]?.toLowerCase() ?? "";
  return { server, found: parts.flatMap(readResult) };
}

function readResult(part: string): Result[] {
  const [, method = "", result = "", rest = ""] =
    /^\s*([\w-]+)(?:\s*\/\s*\d+)?\s*=\s*(\w+)(.*)$/s.exec(part) ?? [];
  if (method === "") return [];
  const pairs = [...rest.matchAll(/([\w-]+\.[\w-]+)\s*=\s*(?:"([^"]*)"|([^\s;"]+))/g)];
  const properties = new Map(
    pairs.map(([, name = "", quoted, plain]) => [name.toLowerCase(), (quoted ?? plain ?? "").toLowerCase()]),
  );
  return [{ method: method.toLowerCase(), result: result.toLowerCase(), properties }];
}

/** What stands in parentheses is for people, and anybody's words may stand there. */
function withoutComments(value: string): string {
  let depth = 0;
  let isQuoted = false;
  let kept = "";
  for (let at = 0; at < value.length; at++) {
    const char = value[at] ?? "";
    if (char === "\\") {
      if (depth === 0) kept += value.slice(at, at + 2);
      at += 1;
    } else if (depth === 0 && char === '"') {
      isQuoted = !isQuoted;
      kept += char;
    } else if (!isQuoted && char === "(") depth += 1;
    else if (!isQuoted && char === ")" && depth > 0) depth -= 1;
    else if (depth === 0) kept += char;
  }
  return kept;
}

/** At each semicolon that stands in no quotation. */
function splitAt(value: string): string[] {
  return value.match(/(?:"(?:\\.|[^"\\])*"|[^;"])+/g) ?? [];
}
