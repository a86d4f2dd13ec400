import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../../../scripts/build.mjs";
import { judge, show } from "../figures.mjs";

const webFolder = join(root, "dist", "web");
/** What a script can name to be loaded with it: modules, styles, workers, pictures. */
const named = /["'`(]([./][\w./-]*\.(?:js|css|woff2?|svg|png|wasm))["'`)]/g;

/** The embeddable widget with everything it loads, as it goes over the wire. */
export async function measureWidget() {
  const files = [...loadedBy(join(webFolder, "widget.js")), longestTexts()];
  const sizes = files.map((path) => ({
    name: relative(webFolder, path),
    bytes: readFileSync(path).length,
    gzip: gzipSync(readFileSync(path), { level: 9 }).length,
  }));
  const total = sizes.reduce((sum, one) => sum + one.gzip, 0);
  return {
    title: "Widget",
    about: ["Everything that a page with the widget loads from the desk, each file in gzip (level 9)."],
    columns: ["file", "bytes", "gzip, KB"],
    rows: sizes.map((one) => [one.name, show(one.bytes), show(one.gzip / 1000)]),
    marks: [judge("all of it, gzip", total / 1000, { atMost: 45, unit: "KB" })],
  };
}

/** Of the languages, one is loaded. */
function longestTexts() {
  const folder = join(webFolder, "widget");
  const texts = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const sizeOf = (name) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length;
  return join(folder, texts.sort((one, other) => sizeOf(other) - sizeOf(one))[0]);
}

function loadedBy(entry) {
  const found = [entry];
  for (const path of found) {
    if (!/\.(?:js|css)$/.test(path)) continue;
    for (const [, name] of readFileSync(path, "utf8").matchAll(named)) {
      const target = name.startsWith("/") ? join(webFolder, name) : join(dirname(path), name);
      if (existsSync(target) && !found.includes(target)) found.push(target);
    }
  }
  return found;
}
