import { createHash } from "node:crypto";
import { createReadStream, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { z } from "zod";

const manifestSchema = z.strictObject({
  format: z.literal(1),
  /** The desk's version that made it. */
  version: z.string(),
  engine: z.enum(["sqlite", "postgres"]),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  /** The last migration the database had; an older desk cannot serve it. */
  migration: z.string(),
  /** Files whose content lets their reader act as the desk. */
  secrets: z.array(z.string()),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.number(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;

const manifestName = "manifest.json";

/** Every file below a folder, by its path from there with `/`, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** Writes down what is in the folder; the last act of a backup, so that one without it is known to be cut short. */
export async function writeManifest(
  folder: string,
  about: Omit<Manifest, "format" | "files">,
): Promise<Manifest> {
  const files = [];
  for (const path of filesBelow(folder)) {
    const file = join(folder, path);
    files.push({ path, bytes: statSync(file).size, sha256: await hashOf(file) });
  }
  const manifest: Manifest = { format: 1, ...about, files };
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  return manifest;
}

/** Reads the manifest and every file it names; answers what differs from it. */
export async function checkManifest(folder: string): Promise<{ manifest: Manifest; faults: string[] }> {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, manifestName), "utf8")));
  const there = filesBelow(folder).filter((path) => path !== manifestName);
  const named = new Map(manifest.files.map((file) => [file.path, file]));
  const faults = there.filter((path) => !named.has(path)).map((path) => `${path} is not in the manifest`);
  for (const { path, bytes, sha256 } of manifest.files) {
    if (!there.includes(path)) faults.push(`${path} is missing`);
    else if (statSync(join(folder, path)).size !== bytes) faults.push(`${path} has another size`);
    else if ((await hashOf(join(folder, path))) !== sha256) faults.push(`${path} has another content`);
  }
  return { manifest, faults };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
