import { z } from "zod";
import type { Entry } from "./indexed.js";
import {
  readBytes,
  readValue,
  type SectionReader,
  type Sections,
  writeNumbers,
  writeValue,
} from "./sections.js";

/** So many articles are written down together. */
const together = 50;

const keptSchema = z.array(
  z
    .strictObject({
      id: z.string(),
      translationKey: z.string().optional(),
      updatedAt: z.int().optional(),
      titleWords: z.string(),
      tagWords: z.string(),
      titleEnd: z.int(),
      tagsEnd: z.int(),
      textEnd: z.int(),
      end: z.int(),
    })
    .nullable(),
);

/** What is kept of an article, but for its language, which is that of the shelf, and who may read it. */
export type KeptEntry = Omit<Entry, "language" | "guard">;

export function* writeEntries(entries: readonly (Entry | undefined)[]): Sections {
  yield* writeValue(entries.length);
  for (let at = 0; at < entries.length; at += together) {
    const some = entries.slice(at, at + together);
    yield* writeValue(some.map((entry) => (entry === undefined ? null : toKept(entry))));
    yield* writeNumbers(Buffer.concat(some.flatMap((entry) => entry?.bytes ?? [])));
  }
}

/** As they were written, some at a time; `undefined` where there was none. */
export async function* readEntries(reader: SectionReader): AsyncGenerator<(KeptEntry | undefined)[]> {
  const count = z.int().parse(await readValue(reader));
  for (let read = 0; read < count; ) {
    const kept = keptSchema.min(1).parse(await readValue(reader));
    const bytes = Buffer.from((await readBytes(reader)).buffer);
    let from = 0;
    const entries = kept.map((one) => {
      if (one === null) return undefined;
      const { end, ...rest } = one;
      const own = bytes.subarray(from, from + end);
      from += end;
      const title = own.toString("utf8", 0, rest.titleEnd);
      return {
        ...rest,
        ...{ title, bytes: own, translationKey: rest.translationKey, updatedAt: rest.updatedAt },
      };
    });
    if (from !== bytes.length) throw new Error("The texts are not as long as their articles.");
    yield entries;
    read += kept.length;
    await reader.pause();
  }
}

function toKept(entry: Entry) {
  const { id, translationKey, updatedAt, titleWords, tagWords, titleEnd, tagsEnd, textEnd, bytes } = entry;
  return {
    ...{ id, translationKey, updatedAt, titleWords, tagWords },
    ...{ titleEnd, tagsEnd, textEnd, end: bytes.length },
  };
}
