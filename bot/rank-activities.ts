import type { Activity } from "../contract/index.js";
import { fold } from "./fold.js";
import type { Turn } from "./turn.js";

export interface RankedActivity extends Activity {
  readonly intent: string;
  readonly score: number;
  readonly why: string | undefined;
}

const intentPrefix = "activity:";

/** The activities this person may use, ranked by what was understood; a name typed in full is certain. */
export async function rankActivities(turn: Turn): Promise<readonly RankedActivity[]> {
  const activities = await turn.desk.activities(turn.person, turn.locale);
  const typed = fold(turn.incoming.text);
  const ranked = activities.flatMap((activity): RankedActivity[] => {
    const intent = intentPrefix + activity.id;
    if (fold(activity.name) === typed) return [{ ...activity, intent, score: 1, why: activity.name }];
    const heard = turn.heard.intents.find((one) => one.intent === intent);
    return heard === undefined ? [] : [{ ...activity, intent, score: heard.score, why: heard.why }];
  });
  return ranked.sort((a, b) => b.score - a.score);
}
