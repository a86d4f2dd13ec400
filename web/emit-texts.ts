import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Plugin, runnerImport } from "vite";

const name = "virtual:widget-texts";
const folder = fileURLToPath(new URL("./texts/widget", import.meta.url));

type Tables = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Writes a file per language beside the script, named by what is in it, and tells the script their addresses. */
export function emitTexts(): Plugin {
  return {
    name: "widget-texts",
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      for (const file of readdirSync(folder)) this.addWatchFile(join(folder, file));
      const { module } = await runnerImport<{ widgetTexts: Tables }>(join(folder, "index.ts"));
      const addresses = Object.entries(module.widgetTexts).map(([locale, table]) => {
        const source = JSON.stringify(table);
        const hash = createHash("sha256").update(source).digest("hex").slice(0, 10);
        const fileName = `widget/${locale}.${hash}.json`;
        this.emitFile({ type: "asset", fileName, source });
        return [locale, `/${fileName}`];
      });
      return `export const addresses = ${JSON.stringify(Object.fromEntries(addresses))};`;
    },
  };
}
