import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const root = resolve(__dirname, "..", "..");
/** What was collected from other desks' issues; none may be dropped. */
const collected = 193;
/** How test names shorten the name of a repository. */
const inFull: Readonly<Record<string, string>> = { RC: "Rocket.Chat" };

interface Row {
  readonly issue: string;
  readonly answer: string;
}

/** Lines of the tables: an issue, and the tests that play it or why there is nothing to play. */
const rows: Row[] = [
  ...readFileSync(join(root, "docs", "replays.md"), "utf8").matchAll(/^\| (\S+#\d+) \| (.+) \|$/gm),
].map(([, issue = "", answer = ""]) => ({ issue, answer }));

/** Which test files carry an issue in the name of a test. */
const played = new Map<string, string[]>();
for (const file of testFiles(join(root, "test"))) {
  for (const name of testNames(readFileSync(file, "utf8"))) {
    for (const issue of issuesIn(name)) {
      const known = played.get(issue) ?? [];
      played.set(issue, [...new Set([...known, relative(root, file)])]);
    }
  }
}

describe("the replays of other desks' issues", () => {
  it("stand in a table that has each issue once, and drops none", () => {
    const issues = rows.map(({ issue }) => issue);

    expect(issues.filter((issue, index) => issues.indexOf(issue) !== index)).toEqual([]);
    expect(issues).toHaveLength(collected);
  });

  it("are in the files that the table names, in the name of a test", () => {
    const wrong = rows.filter(({ issue, answer }) => {
      const [told, found] = [filesIn(answer), played.get(issue) ?? []];
      return told.some((file) => !found.includes(file)) || (told.length === 0 && found.length > 0);
    });

    expect(wrong).toEqual([]);
  });

  it("say in a sentence why nothing can be played where no test does", () => {
    const silent = rows.filter(
      ({ issue, answer }) => !played.has(issue) && !/^\S+ \S+ \S+ .+\.$/.test(answer),
    );

    expect(silent).toEqual([]);
  });

  it("have no issue in a test's name that the table does not know", () => {
    const known = new Set(rows.map(({ issue }) => issue));

    expect([...played.keys()].filter((issue) => /^[A-Za-z]/.test(issue) && !known.has(issue))).toEqual(
      alsoPlayed,
    );
  });
});

/** Issues that tests name for another reason: they were not among those collected. */
const alsoPlayed = ["botpress/v12#1322"];

function filesIn(answer: string): string[] {
  return [...answer.matchAll(/`(test\/[^`]+)`/g)].map(([, file = ""]) => file).sort();
}

function testFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    return entry.name.endsWith(".ts") ? [path] : [];
  });
}

function testNames(source: string): string[] {
  const named = /\bit(?:\.each\([^;]*?\))?\(\s*(["'`])((?:\\.|(?!\1)[^\\])*)\1/g;
  return [...source.matchAll(named)].map(([, , name = ""]) => name);
}

/** `chatwoot#1, #2` are two of one repository; `RC PR#3` is number 3 of Rocket.Chat. */
function issuesIn(name: string): string[] {
  let repository = "";
  return [...name.matchAll(/([A-Za-z][\w./-]*)?(?: PR)?#(\d+)/g)].flatMap(([, named, number]) => {
    if (named !== undefined) repository = inFull[named] ?? named;
    return repository === "" ? [] : [`${repository}#${number}`];
  });
}
