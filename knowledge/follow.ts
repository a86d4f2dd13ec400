import type { StoredArticle } from "./article.js";
import type { Articles } from "./articles.js";
import { createPause, type Pause } from "./pause.js";
import type { ArticleState } from "./states.js";

const defaultEveryMs = 1500;
/** A start waits this long for the first reading: enough for most desks, too short for anybody to mind. */
const defaultPatienceMs = 2000;
/** Longer than any transaction lasts and than the clocks of two nodes differ. */
const overlapMs = 15_000;
const chunk = 50;

/** What the listener has kept from before this start, as far as it is still so. */
export interface KeptArticles {
  /** Whether there is anything; asked once before the first reading. */
  restore(): Promise<boolean>;
  /** Whether it has kept the article as it is now. */
  confirm(article: ArticleState): boolean;
  /** Forgets, one after the other, what was not confirmed. */
  dropUnconfirmed(): Iterable<void>;
}

export interface FollowOptions {
  readonly articles: Articles;
  /** A published article that is new or changed; it takes the place of the one with its id. */
  readonly onArticle: (article: StoredArticle, pause: Pause) => unknown;
  /** An article that is no longer published or no longer there. */
  readonly onGone: (id: string) => void;
  /** Without it every article is read at the start. */
  readonly kept?: KeptArticles | undefined;
  /** A look of its own that failed; the next one tries again. */
  readonly onError?: ((error: unknown) => void) | undefined;
  readonly everyMs?: number | undefined;
  /** How long `start` waits for the first reading to be complete (default 2 s). */
  readonly patienceMs?: number | undefined;
}

export interface Follower {
  /**
   * Reads every published article, then keeps following. Resolves when all are read or patience is at its end; the
   * reading then goes on beside everything else. Throws when the first reading fails before that; later it is tried
   * again.
   */
  start(): Promise<void>;
  /** Whether every article has been told once; until then answers may miss some. */
  isComplete(): boolean;
  /** Looks at once, as when a bell of another node rang; resolves when what is committed now has been told, else throws. */
  look(): Promise<void>;
  stop(): void;
}

/**
 * Tells a search index of every change to an article, whoever made it: this process, another node, an import. It asks
 * the database again and again (default 1.5 s), so that a lost bell costs a moment, never an article.
 */
export function followArticles(options: FollowOptions): Follower {
  const { articles } = options;
  const pause = createPause();
  const told = new Map<string, number>();
  let cursor = 0;
  let mark = "";
  let line: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;
  let isStopped = false;
  let isComplete = false;

  /** One after the other: an article that takes long must not come after its next version. */
  function inLine<T>(work: () => Promise<T>): Promise<T> {
    const done = line.then(work);
    line = done.catch(() => undefined);
    return done;
  }

  function tell(article: StoredArticle | string): Promise<void> {
    return inLine(async () => {
      await hand(options, article, pause);
      await pause();
    });
  }

  /** A look meanwhile may have told of it as it is now, and what was read is older. */
  function isOld({ id, updatedAt }: { readonly id: string; readonly updatedAt: number }): boolean {
    return (told.get(id) ?? 0) >= updatedAt;
  }

  /** What lies near the last change is seen again by the next look. */
  function noteTold(
    { id, updatedAt }: { readonly id: string; readonly updatedAt: number },
    since: number,
  ): void {
    if (updatedAt >= since - overlapMs) told.set(id, updatedAt);
  }

  async function tellRead(articles: readonly StoredArticle[], since: number): Promise<void> {
    for (const article of articles) {
      if (isStopped) return;
      await inLine(async () => {
        if (isOld(article)) return;
        noteTold(article, since);
        await hand(options, article, pause);
        await pause();
      });
    }
  }

  async function readAll(): Promise<void> {
    const since = cursor;
    const { kept } = options;
    if (kept !== undefined && (await inLine(() => kept.restore()))) await readWhatDiffers(kept, since);
    else for await (const page of articles.all()) await tellRead(page, since);
    isComplete = !isStopped;
  }

  async function readWhatDiffers(kept: KeptArticles, since: number): Promise<void> {
    for await (const page of articles.states()) {
      if (isStopped) return;
      const differing = await inLine(async () =>
        page.filter((article) => {
          if (article.state !== "published" || isOld(article)) return false;
          if (!kept.confirm(article)) return true;
          noteTold(article, since);
          return false;
        }),
      );
      for (let at = 0; at < differing.length; at += chunk) {
        const ids = differing.slice(at, at + chunk).map(({ id }) => id);
        await tellRead(await articles.find(ids), since);
      }
      await pause();
    }
    await inLine(async () => {
      for (const _ of kept.dropUnconfirmed()) await pause();
    });
  }

  /** What cannot be read now is tried again until it can. */
  async function readOn(error: unknown): Promise<void> {
    if (isStopped) return;
    options.onError?.(error);
    await new Promise((resolve) => setTimeout(resolve, options.everyMs ?? defaultEveryMs).unref());
    if (!isStopped) await readAll().catch(readOn);
  }

  async function readChanges(): Promise<void> {
    const since = cursor - overlapMs;
    // After an import there are thousands within the overlap, and they are the same at every look.
    const present = await articles.markSince(since);
    if (present === mark) return;
    const changes = await articles.changedSince(since);
    const fresh = changes.filter((change) => told.get(change.id) !== change.updatedAt);
    for (let at = 0; at < fresh.length; at += chunk) {
      if (isStopped) return;
      const ids = fresh.slice(at, at + chunk).map((change) => change.id);
      const found = new Map((await articles.find(ids)).map((article) => [article.id, article]));
      for (const { id, updatedAt } of fresh.slice(at, at + chunk)) {
        told.set(id, updatedAt);
        await tell(found.get(id) ?? id);
      }
    }
    cursor = Math.max(cursor, changes.at(-1)?.updatedAt ?? 0);
    mark = present;
    // Until all are read, what was told protects it from older pages.
    if (isComplete) for (const [id, at] of told) if (at < cursor - overlapMs) told.delete(id);
  }

  /** However many ask while a look is under way, one more follows it. */
  function look(): Promise<void> {
    waiting ??= running.then(async () => {
      waiting = undefined;
      if (!isStopped) await readChanges();
    });
    const asked = waiting;
    running = asked.catch(() => undefined);
    return asked;
  }

  function schedule(): void {
    const lookQuietly = () => void look().catch((error: unknown) => options.onError?.(error));
    timer = setInterval(lookQuietly, options.everyMs ?? defaultEveryMs);
    timer.unref();
  }

  return {
    start: async () => {
      cursor = await articles.lastChange();
      const reading = readAll();
      let patience: NodeJS.Timeout | undefined;
      const outOfPatience = new Promise<void>((resolve) => {
        patience = setTimeout(resolve, options.patienceMs ?? defaultPatienceMs);
      });
      await Promise.race([reading, outOfPatience]).finally(() => clearTimeout(patience));
      if (!isComplete) void reading.catch(readOn);
      await look();
      if (!isStopped) schedule();
    },
    isComplete: () => isComplete,
    look,
    stop: () => {
      isStopped = true;
      clearInterval(timer);
    },
  };
}

async function hand(
  { onArticle, onGone, kept }: FollowOptions,
  article: StoredArticle | string,
  pause: Pause,
): Promise<void> {
  if (typeof article === "string") onGone(article);
  else if (article.state !== "published") onGone(article.id);
  else if (kept?.confirm(article) !== true) await onArticle(article, pause);
}
