import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { machineLines } from "./machine.mjs";

const introduction = `# Benchmarks

Written by \`npm run bench\`; \`npm run bench -- message claim\` runs and rewrites only those rows. Ratios are what counts:
what is compared runs in turn in one run on one machine, each server in a process of its own and all clients in
another, over loopback. Absolute figures depend on the machine and on what else it does.
`;

/** Puts the sections of these results in place of the ones before, and leaves the others as they are. */
export async function writePage(path, order, results, facts) {
  const sections = readSections(existsSync(path) ? readFileSync(path, "utf8") : "");
  for (const { name, result } of results) sections.set(name, toSection(name, result, facts));
  const body = order.filter((name) => sections.has(name)).map((name) => sections.get(name));
  writeFileSync(path, [introduction, ...body].join("\n"));
}

function readSections(text) {
  const sections = new Map();
  for (const part of text.split(/^(?=<!-- row: )/m).slice(1)) {
    const name = /^<!-- row: (\S+) -->/.exec(part)?.[1];
    if (name !== undefined) sections.set(name, `${part.trimEnd()}\n`);
  }
  return sections;
}

function toSection(name, result, facts) {
  const { title, about, columns, rows, marks, where = [] } = result;
  return [
    `<!-- row: ${name} -->`,
    `## ${title}`,
    "",
    ...about.flatMap((paragraph) => [paragraph, ""]),
    ...table(columns, rows),
    "",
    ...(marks.length === 0
      ? []
      : [
          ...table(
            ["mark", "asked", "measured", ""],
            marks.map((one) => [one.what, one.mark, one.value, one.verdict]),
          ),
          "",
        ]),
    ...where.flatMap((paragraph) => [paragraph, ""]),
    ...machineLines(name, facts),
    "",
  ].join("\n");
}

export function table(columns, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map((_, at) => (at === 0 ? ":--" : "--:"))), ...rows.map(line)];
}
