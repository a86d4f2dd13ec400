import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./build.mjs";

/**
 * `npm run docs` makes the site of the documentation in docs/.vitepress/dist; its tools are a package of their own and
 * are installed when they are missing. `npm run docs -- pictures` first takes over the pictures that
 * `TEST_PICTURES=1 npm test -- test/e2e/pages` has made.
 */
const docs = join(root, "docs");
const pictures = join(docs, "public", "pictures");

if (process.argv[2] === "pictures") takePictures();
if (!existsSync(join(docs, "node_modules", "vitepress")))
  run("npm", ["ci", "--no-audit", "--no-fund", "--silent"]);
run("npm", ["run", "--silent", "build"]);

function takePictures() {
  mkdirSync(pictures, { recursive: true });
  for (const name of picturesOfTheGuide()) {
    copyFileSync(join(root, "test-output", `${name}-1280-light.png`), join(pictures, `${name}.png`));
  }
}

function picturesOfTheGuide() {
  const guide = join(docs, "guide", "en");
  const texts = readdirSync(guide).map((page) => readFileSync(join(guide, page), "utf8"));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/\/pictures\/([\w-]+)\.png/g)].map(([, name]) => name)),
  );
}

function run(command, parameters) {
  const { status } = spawnSync(command, parameters, { cwd: docs, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
