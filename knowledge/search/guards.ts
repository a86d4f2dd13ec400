import type { Guarded } from "../article.js";
import type { Permits } from "./indexed.js";

/** The number of no way: what is guarded so is for nobody. */
export const nobody = 0;

const mostJudged = 64;
const notAsked = 0;
const allowed = 1;
const refused = 2;

/** The ways articles are guarded, each once, however many articles share it: a search asks once for each, not for each article. */
export interface Guards {
  /** The number of a way to be guarded; `release` once for each `take`. */
  take(article: Guarded): number;
  release(guard: number): void;
  /** A look-up for one search: what it has asked it remembers. */
  judgedBy(permits: Permits): (guard: number) => boolean;
  /** The verdicts on all of them, as letters; nothing where there are so many that asking takes long. */
  verdicts(permits: Permits): string | undefined;
}

interface Kept {
  readonly key: string;
  readonly guarded: Guarded;
  articles: number;
}

export function createGuards(): Guards {
  const kept: (Kept | undefined)[] = [undefined];
  const byKey = new Map<string, number>();
  const freed: number[] = [];

  return {
    take: ({ visibility, state, groupIds, folder, authorId, expiresAt }) => {
      const key = JSON.stringify([visibility, state, [...groupIds].sort(), folder, authorId, expiresAt]);
      const known = byKey.get(key);
      const one = known === undefined ? undefined : kept[known];
      if (known !== undefined && one !== undefined) {
        one.articles += 1;
        return known;
      }
      const guard = freed.pop() ?? kept.length;
      const guarded = { visibility, state, groupIds, folder, authorId, expiresAt };
      kept[guard] = { key, guarded, articles: 1 };
      byKey.set(key, guard);
      return guard;
    },
    release: (guard) => {
      const one = kept[guard];
      if (one === undefined) return;
      one.articles -= 1;
      if (one.articles > 0) return;
      kept[guard] = undefined;
      byKey.delete(one.key);
      freed.push(guard);
    },
    verdicts: (permits) => {
      if (kept.length > mostJudged) return undefined;
      return kept.map((one) => (one !== undefined && permits(one.guarded) ? "y" : "n")).join("");
    },
    judgedBy: (permits) => {
      const verdicts = new Uint8Array(kept.length);
      return (guard) => {
        if (verdicts[guard] === notAsked) {
          const one = kept[guard];
          verdicts[guard] = one !== undefined && permits(one.guarded) ? allowed : refused;
        }
        return verdicts[guard] === allowed;
      };
    },
  };
}
