import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { filesBelow } from "./manifest.js";

/** In the data folder: what a restore has laid out beside the desk that is there. */
const draftName = "restoring";
/** In the draft: all of it is there and on the disk. What it says tells whether the database has changed hands. */
const readyName = "ready.json";

const readySchema = z.strictObject({
  /** The number that the restored PostgreSQL carries; none for SQLite, whose file is swapped with the others. */
  token: z.number().optional(),
});

export type Ready = z.infer<typeof readySchema>;

/** Where the desk lives whose files give way. */
export interface SwapPlace {
  readonly dataDir: string;
  readonly file: string;
}

/** Whether this path of the data folder, with `/`, belongs to a restore under way and not to the desk. */
export function isDraft(path: string): boolean {
  return path.startsWith(`${draftName}/`);
}

/** An empty folder beside the desk's files; what an earlier restore left there before it was ready goes. */
export function openDraft({ dataDir }: SwapPlace): { readonly database: string; readonly data: string } {
  const draft = join(dataDir, draftName);
  rmSync(draft, { recursive: true, force: true });
  const data = join(draft, "data");
  mkdirSync(data, { recursive: true, mode: 0o700 });
  return { database: join(draft, "desk.db"), data };
}

export function dropDraft({ dataDir }: SwapPlace): void {
  rmSync(join(dataDir, draftName), { recursive: true, force: true });
}

/** From here on the restore will be ended, by whoever comes next if need be. The draft is on the disk before. */
export function markReady({ dataDir }: SwapPlace, ready: Ready): void {
  const draft = join(dataDir, draftName);
  for (const path of filesBelow(draft)) {
    toDisk(join(draft, path));
    toDisk(dirname(join(draft, path)));
  }
  const marker = join(draft, readyName);
  writeFileSync(`${marker}.tmp`, JSON.stringify(ready), { mode: 0o600 });
  toDisk(`${marker}.tmp`);
  renameSync(`${marker}.tmp`, marker);
  toDisk(draft);
}

/** The restore that was made ready here and has not been ended; `undefined` when there is none. */
export function readReady({ dataDir }: SwapPlace): Ready | undefined {
  const marker = join(dataDir, draftName, readyName);
  return existsSync(marker) ? readySchema.parse(JSON.parse(readFileSync(marker, "utf8"))) : undefined;
}

/** Puts what is laid out in the place of what is there. It may be cut short anywhere and begun again. */
export function swapIn(place: SwapPlace): void {
  const draft = join(place.dataDir, draftName);
  const database = join(draft, "desk.db");
  if (existsSync(database)) {
    // What stands in an old write-ahead log would be written into the new database.
    for (const rest of ["-wal", "-shm"]) rmSync(place.file + rest, { force: true });
    renameSync(database, place.file);
  }
  const data = join(draft, "data");
  for (const path of existsSync(data) ? filesBelow(data) : []) {
    const target = join(place.dataDir, path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    renameSync(join(data, path), target);
    toDisk(dirname(target));
  }
  // Made of articles that may not be there any more; the desk makes it again.
  rmSync(join(place.dataDir, "search"), { recursive: true, force: true });
  toDisk(place.dataDir);
  rmSync(draft, { recursive: true, force: true });
}

function toDisk(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
