import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseAllDocuments } from "yaml";

const source = resolve(__dirname, "chart", "render.go");
/** Where Debian's packages of Go libraries lie. */
const libraries = "/usr/share/gocode";

/** Renders charts by Go's own template engine; `discard` removes the program that does it. */
export interface ChartRenderer {
  /** The documents of the chart with these values over its own. Throws what the engine says. */
  render(folder: string, values?: Readonly<Record<string, unknown>>): Record<string, unknown>[];
  discard(): void;
}

/** Builds the renderer (`chart/render.go`), which takes some seconds the first time. */
export function buildChartRenderer(): ChartRenderer {
  const place = mkdtempSync(join(tmpdir(), "deskhand-chart-"));
  const program = join(place, "render");
  execFileSync("go", ["build", "-o", program, source], {
    env: {
      PATH: process.env.PATH,
      GOPATH: libraries,
      GO111MODULE: "off",
      GOCACHE: join(place, "cache"),
      CGO_ENABLED: "0",
    },
  });
  return {
    render: (folder, values = {}) => {
      const file = join(place, "values.json");
      writeFileSync(file, JSON.stringify(values));
      const { status, stdout, stderr } = spawnSync(program, [folder, file], { encoding: "utf8" });
      if (status !== 0) throw new Error(stderr);
      return parseAllDocuments(stdout)
        .map((document) => {
          if (document.errors.length > 0) throw new Error(`${document.errors[0]?.message}\n${stdout}`);
          return document.toJS() as Record<string, unknown> | null;
        })
        .filter((document) => document !== null);
    },
    discard: () => rmSync(place, { recursive: true, force: true }),
  };
}
