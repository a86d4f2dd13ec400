import { fold } from "./fold.js";
import type { Heard } from "./ports.js";

/** Something the desk does, as far as ranking needs to know it. */
export interface Offered {
  readonly id: string;
  readonly name: string;
  /** The name as `fold` makes it, where it is known. */
  readonly folded?: string | undefined;
}

export type RankedActivity<A extends Offered> = A & {
  readonly intent: string;
  readonly score: number;
  readonly why: string | undefined;
};

const intentPrefix = "activity:";

/** The activities this person may use, ranked by what was understood; a name typed in full is certain. */
export function rankActivities<A extends Offered>(
  activities: readonly A[],
  { text, heard }: { readonly text: string; readonly heard: Pick<Heard, "intents"> },
): RankedActivity<A>[] {
  const typed = fold(text);
  const named = activities
    .filter(({ name, folded = fold(name) }) => folded === typed)
    .map((activity) => ({ ...activity, intent: intentPrefix + activity.id, score: 1, why: activity.name }));
  const understood = heard.intents
    .filter(({ intent }) => intent.startsWith(intentPrefix) && named.every((one) => one.intent !== intent))
    .flatMap(({ intent, score, why }): RankedActivity<A>[] => {
      const id = intent.slice(intentPrefix.length);
      const activity = activities.find((one) => one.id === id);
      return activity === undefined ? [] : [{ ...activity, intent, score, why }];
    });
  return [...named, ...understood].sort((a, b) => b.score - a.score);
}
