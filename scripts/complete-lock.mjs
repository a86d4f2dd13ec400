import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./build.mjs";

/**
 * Adds to package-lock.json the platform packages that the registry at hand does not carry: `npm ci` refuses a lock
 * that leaves one out, on every platform. Run it after `npm install` where a mirror of the registry is incomplete, with
 * the folder if it is not this one.
 */
const systems = [
  "android",
  "darwin",
  "linux",
  "win32",
  "freebsd",
  "openharmony",
  "sunos",
  "aix",
  "netbsd",
  "openbsd",
];
const processors = [
  "arm64",
  "x64",
  "arm",
  "ia32",
  "ppc64",
  "s390x",
  "riscv64",
  "loong64",
  "mips64el",
  "wasm32",
];

const file = join(process.argv[2] ?? root, "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const added = [];
for (const [at, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (at === "" || isThere(at, name)) continue;
    lock.packages[`node_modules/${name}`] = toEntry(name, version, entry.dev);
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? "The lock is complete." : `Added ${added.join(", ")}`);

function isThere(at, name) {
  return `node_modules/${name}` in lock.packages || `${at}/node_modules/${name}` in lock.packages;
}

function toEntry(name, version, dev) {
  const parts = name.split(/[/-]/);
  const os = systems.filter((system) => parts.includes(system));
  const cpu = processors.filter((processor) => parts.includes(processor));
  const arm = parts.some((part) => /^arm/.test(part)) && cpu.length === 0 ? ["arm"] : cpu;
  return {
    version: version.replace(/^[\^~]/, ""),
    ...(arm.length > 0 ? { cpu: arm } : {}),
    ...(dev ? { dev: true } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}
