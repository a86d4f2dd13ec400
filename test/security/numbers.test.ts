import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every attack the desk is tried with; each stands in the name of a test that plays it. */
const attacks: Readonly<Record<string, string>> = {
  S1: "script in a visitor's words, in the console",
  S2: "script in the preview of the queue",
  S3: "script in headers",
  S4: "links that run something",
  S5: "the desk's own texts as markup",
  S6: "markup among the uploads",
  S7: "an uploaded script that is included",
  S8: "names of files",
  S9: "a file of somebody else",
  S10: "a talk of somebody else",
  S11: "ids of another type",
  S12: "told to too many",
  S13: "properties that give rights",
  S14: "a side door that is weaker",
  S15: "a session that is over",
  S16: "nobody passes for somebody",
  S17: "sockets from other sites",
  S18: "requests forged by other sites",
  S19: "frames and messages between windows",
  S20: "making the desk call inside",
  S21: "another service URL",
  S22: "tokens of the connector",
  S23: "activities that crash",
  S24: "packets that crash or exhaust",
  S25: "fields of the wrong type",
  S26: "bodies without an end",
  S27: "pictures that are bombs",
  S28: "patterns that take for ever",
  S29: "prototypes that are polluted",
  S30: "SQL in filters, searches and sorts",
  S31: "limits that headers lift",
  S32: "which accounts there are",
  S33: "an account taken before its owner comes",
  S34: "a webhook that is forged or sent again",
  S35: "formulas in exports",
  S36: "markup and headers in e-mails",
  S37: "secrets in logs",
  S38: "a Redis that others reach",
  S39: "another department",
  S40: "settings without a log-in",
  S41: "an identity nobody signed",
  S42: "sessions that can be guessed",
  S43: "what is another agent's",
  S44: "words that command the assistant",
};

const tests = join(__dirname, "..");
/** A line that names a test or a group of tests: no comment, and the number stands within quotes. */
const named = /^\s*(?:(?:describe|it|test)\b.*|\].*\()?["'`].*(?<![\w-])S\d{1,2}(?![\w-])/;

describe("every attack", () => {
  const played = new Set(
    readdirSync(tests, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".test.ts") && !file.endsWith("numbers.test.ts"))
      .flatMap((file) => readFileSync(join(tests, file), "utf8").split("\n"))
      .filter((line) => named.test(line))
      .flatMap((line) => line.match(/(?<![\w-])S\d{1,2}(?![\w-])/g) ?? []),
  );

  it.each(Object.entries(attacks))("%s, %s, stands in the name of a test that plays it", (number) => {
    expect([...played]).toContain(number);
  });

  it("that stands in the name of a test is known here", () => {
    expect([...played].filter((number) => !(number in attacks))).toEqual([]);
  });

  it("is told with its test in docs/security.md", () => {
    const page = readFileSync(join(tests, "..", "docs", "security.md"), "utf8");
    const rows = page.split("\n").filter((line) => /^\| S\d/.test(line));

    expect(rows.map((row) => row.split("|")[1]?.trim())).toEqual(Object.keys(attacks));
    const files = rows.flatMap((row) => [...row.matchAll(/`(test\/[^`]+)`/g)].map(([, file = ""]) => file));
    expect(files.filter((file) => readOr(join(tests, "..", file)) === undefined)).toEqual([]);
    for (const row of rows) {
      const number = row.split("|")[1]?.trim() ?? "";
      const named = [...row.matchAll(/`(test\/[^`]+)`/g)].map(([, file = ""]) => file);
      const text = named.map((file) => readOr(join(tests, "..", file))).join("\n");
      expect([number, new RegExp(`(?<![\\w-])${number}(?![\\w-])`).test(text)]).toEqual([number, true]);
    }
  });
});

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
