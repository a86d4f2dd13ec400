import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Heard } from "../bot/index.js";
import { type Locale, locales } from "../contract/index.js";
import type { ModelCache, Recognition } from "../nlp/index.js";

/** Going back to what was taught before finds its model; each is ten or twenty megabytes. */
const fewestKept = 8;
/** However much is taught within an hour. */
const mostKept = 24;
const inUseMs = 3_600_000;
/** What a start that was cut off has left half written. */
const leftOverMs = 3_600_000;

/**
 * Keeps trained models as files under their content's hash, the newest few of them, and finds those that the build has
 * trained ahead; a file that cannot be read is trained anew.
 */
export function createModelCache(folder: string, trainedAhead?: string): ModelCache {
  const path = (hash: string) => join(folder, `${hash}.model`);
  return {
    read: async (hash) => {
      const own = await readIfThere(path(hash));
      // Used is as good as new.
      if (own !== undefined) await utimes(path(hash), new Date(), new Date()).catch(() => undefined);
      return (
        own ?? (trainedAhead === undefined ? undefined : readIfThere(join(trainedAhead, `${hash}.model`)))
      );
    },
    write: async (hash, bytes) => {
      await mkdir(folder, { recursive: true });
      // Written beside and renamed: a start that is cut off leaves no half model.
      // Under a name of its own: two that train the same do not take it from one another.
      const fresh = `${path(hash)}.${randomUUID()}.new`;
      await writeFile(fresh, bytes);
      await rename(fresh, path(hash));
      await prune(folder);
    },
  };
}

/** Nodes that share a folder may prune at once: what is gone already is no failure. */
async function prune(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(
    names.map(async (name) => ({
      path: join(folder, name),
      isModel: name.endsWith(".model"),
      isHalf: name.endsWith(".new"),
      at: await stat(join(folder, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    })),
  );
  const models = files.filter(({ isModel }) => isModel).sort((a, b) => b.at - a.at);
  const halves = files.filter(({ isHalf, at }) => isHalf && at < Date.now() - leftOverMs);
  const isInUse = ({ at }: { readonly at: number }) => at >= Date.now() - inUseMs;
  const old = models.filter((model, place) => place >= (isInUse(model) ? mostKept : fewestKept));
  const gone = [...old, ...halves];
  await Promise.all(gone.map((file) => rm(file.path, { force: true })));
}

function readIfThere(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(() => undefined);
}

/** The recognition in the words of the assistant. */
export function toHeard(recognition: Recognition, threshold: number): Heard {
  const { number, ...entities } = { number: undefined, ...recognition.entities };
  return {
    language: recognition.language,
    threshold,
    intents: recognition.candidates.map(({ intent, score, why }) => ({
      intent,
      score,
      why: why.example ?? why.words.join(", "),
    })),
    ticketNumber: entities.ticketNumber,
  };
}

/** Without what is not sure enough for the admin of this desk; the assistant's own marks hold where none is set. */
export function withMinimum(heard: Heard, minimum: number | undefined): Heard {
  if (minimum === undefined) return heard;
  const intents = heard.intents.filter(({ score }) => score > minimum);
  return { ...heard, minimum, intents };
}

export interface Trainable {
  readonly id: string;
  readonly names: Readonly<Partial<Record<Locale, string>>>;
  readonly samples: Readonly<Partial<Record<Locale, readonly string[]>>>;
}

/** What an activity teaches: its name and the sentences people say when they want it. */
export function toExamples(activity: Trainable): { intent: string; language: Locale; text: string }[] {
  const intent = `activity:${activity.id}`;
  return locales.flatMap((language) => {
    const name = activity.names[language];
    const texts = [...(name === undefined ? [] : [name]), ...(activity.samples[language] ?? [])];
    return texts.map((text) => ({ intent, language, text }));
  });
}
