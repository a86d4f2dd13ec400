import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { createPause } from "./pause.js";
import type { Search, SectionReader } from "./search.js";

/** Grows with every change of how the index is written down. */
const format = 1;
const fileName = "articles.index";
const headerSchema = z.object({ format: z.literal(format), fingerprint: z.string(), endian: z.number() });
/** Numbers are kept as this machine has them. */
const endian = new Uint32Array(Uint8Array.of(1, 2, 3, 4).buffer)[0] ?? 0;
/** Smaller desks are read in less time than anybody notices. */
const fewestArticles = 1000;
/** Of the articles; what changed less is read again at the next start. */
const mostChanged = 0.01;
const usualRestMs = 600_000;
/** Longer than any piece that is written. */
const mostBytes = 2 ** 26;

export interface SearchFile {
  /** Whether the index was taken from the file, as far as what articles say goes; who may read them it does not know. */
  restore(): Promise<boolean>;
  /** Writes the index down when that is worth it, unless it is told to stop; run it every minute. Answers whether it did. */
  save(signal?: AbortSignal): Promise<boolean>;
  /** An article is gone: its words must not stay in a file. */
  forget(): Promise<void>;
}

/**
 * The index written down, so that the next start need not read every article anew. The file is only believed when it is
 * whole, and written by the same code: `fingerprint` names how texts are cut into words. It holds what articles say, as
 * the database beside it does, and not who may read them.
 */
export function createSearchFile(options: {
  readonly folder: string;
  readonly fingerprint: () => string;
  readonly search: Pick<Search, "size" | "changes" | "sections" | "restore">;
  readonly onError?: ((error: unknown) => void) | undefined;
  readonly fewest?: number | undefined;
  readonly restMs?: number | undefined;
}): SearchFile {
  const { folder, search, fewest = fewestArticles, restMs = usualRestMs } = options;
  const path = join(folder, fileName);
  let restoring: Promise<boolean> | undefined;
  let isThere = true;
  let savedChanges = 0;
  let savedAt = Number.NEGATIVE_INFINITY;

  async function read(): Promise<boolean> {
    const file = await open(path, "r").catch(() => undefined);
    isThere = file !== undefined;
    if (file === undefined) return false;
    try {
      const reader = createReader(file);
      const header = headerSchema.safeParse(JSON.parse((await reader.next()).toString()));
      const isOurs = header.success && header.data.fingerprint === options.fingerprint();
      if (!isOurs || header.data.endian !== endian) return false;
      await search.restore(reader);
      savedChanges = search.changes;
      return true;
    } catch (error) {
      // Nothing is lost with it: the articles are read instead.
      options.onError?.(error);
      return false;
    } finally {
      await file.close();
    }
  }

  async function write(signal: AbortSignal | undefined): Promise<boolean> {
    await mkdir(folder, { recursive: true });
    await removeLeftovers(folder);
    const fresh = `${path}.${randomUUID()}.new`;
    const file = await open(fresh, "w", 0o600);
    const before = search.changes;
    const hash = createHash("sha256");
    const pause = createPause();
    const put = async (bytes: Uint8Array) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      await file.writev([length, bytes]);
      hash.update(length).update(bytes);
      await pause();
    };
    let isWhole = false;
    try {
      await put(Buffer.from(JSON.stringify({ format, fingerprint: options.fingerprint(), endian })));
      for (const section of search.sections()) {
        // What changes while it is written is written some other time.
        if (signal?.aborted || search.changes !== before) return false;
        await put(section);
      }
      await file.writev([hash.digest()]);
      isWhole = search.changes === before;
    } finally {
      await file.close();
      if (isWhole) await rename(fresh, path);
      else await rm(fresh, { force: true });
    }
    if (!isWhole) return false;
    isThere = true;
    savedChanges = before;
    savedAt = performance.now();
    return true;
  }

  async function forget(): Promise<void> {
    if (!isThere) return;
    isThere = false;
    await rm(path, { force: true });
  }

  return {
    restore: () => {
      restoring ??= read();
      return restoring;
    },
    save: async (signal) => {
      if (search.size < fewest) await forget();
      const changed = search.changes - savedChanges;
      const isWorthIt = !isThere || changed > search.size * mostChanged;
      if (search.size < fewest || !isWorthIt || performance.now() - savedAt < restMs) return false;
      return write(signal);
    },
    forget,
  };
}

type OpenFile = Awaited<ReturnType<typeof open>>;

function createReader(file: OpenFile): SectionReader {
  const hash = createHash("sha256");

  async function take(length: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafeSlow(length);
    for (let at = 0; at < length; ) {
      const { bytesRead } = await file.read(bytes, at, length - at);
      if (bytesRead === 0) throw new Error("The file is cut off.");
      at += bytesRead;
    }
    return bytes;
  }

  return {
    next: async () => {
      const head = await take(4);
      const length = head.readUInt32LE(0);
      if (length > mostBytes) throw new Error("The file is none of an index.");
      const bytes = await take(length);
      hash.update(head).update(bytes);
      return bytes;
    },
    end: async () => {
      const digest = hash.digest();
      if (!digest.equals(await take(digest.length))) throw new Error("The file is not as it was written.");
    },
    pause: createPause(),
  };
}

/** Of a node that ended while it wrote. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder);
  const left = names.filter((name) => name.startsWith(`${fileName}.`) && name.endsWith(".new"));
  for (const name of left) await rm(join(folder, name), { force: true });
}
