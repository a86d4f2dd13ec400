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
  const understood = new Map(heard.intents.map((one) => [one.intent, one]));
  const ranked = activities.flatMap((activity): RankedActivity<A>[] => {
    const intent = intentPrefix + activity.id;
    if ((activity.folded ?? fold(activity.name)) === typed)
      return [{ ...activity, intent, score: 1, why: activity.name }];
    const found = understood.get(intent);
    return found === undefined ? [] : [{ ...activity, intent, score: found.score, why: found.why }];
  });
  return ranked.sort((a, b) => b.score - a.score);
}
