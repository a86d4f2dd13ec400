import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "..", "..");

/** Packs the built desk and installs it in an empty folder; answers the path of its command. */
export function installPacked(folder: string): string {
  const packing = ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder];
  execFileSync("npm", packing, { cwd: root, encoding: "utf8" });
  const [tarball = ""] = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  return install(join(folder, tarball), folder);
}

/** What a registry's client does with the tarball: unpacked below node_modules, its dependencies beside it. */
function install(tarball: string, folder: string): string {
  const place = join(folder, "node_modules", "deskhand");
  mkdirSync(place, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", place, "--strip-components=1"]);
  const { dependencies } = JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
  // Only what the package asks for: a package used without being named would not be found here.
  const modules = join(root, "node_modules");
  for (const name of Object.keys(dependencies)) {
    const link = join(folder, "node_modules", name);
    mkdirSync(resolve(link, ".."), { recursive: true });
    symlinkSync(join(modules, name), link);
  }
  return join(place, "bin", "deskhand.mjs");
}
