import type { OpenSurvey, RateTalk, Survey, SurveySettings } from "../../contract/index.js";
import type { Conversations, Trx } from "../../conversation/index.js";
import type { Store } from "../../store/index.js";
import { askIn, type TalkEnd } from "./ask.js";
import { askInChannel, askInChannelIn, type ChannelAnswer, rateInChannel } from "./channel-survey.js";
import { isToBeAsked, setToBeAsked } from "./exempt.js";
import { rateTalk, readOpenSurvey, readSurvey, type TalkOf } from "./rate.js";
import { readSettings, saveSettings } from "./settings.js";

/** How requesters found their talks: asked once per talk, answered by nobody but them. */
export interface Satisfaction {
  /** In the transaction in which a talk ends. What it answers has to be announced after the commit. */
  endedIn(trx: Trx, end: TalkEnd): ReturnType<typeof askInChannelIn>;
  read(talk: TalkOf): Promise<Survey>;
  /** What this person was asked of late and has not answered. */
  readOpen(requesterId: string): Promise<OpenSurvey>;
  rate(rating: TalkOf & { readonly answer: RateTalk }): Promise<Survey>;
  /** See `rateInChannel`. */
  rateInChannel(said: ChannelAnswer): Promise<boolean>;
  settings(): Promise<SurveySettings>;
  saveSettings(settings: SurveySettings, by: string): Promise<void>;
  isToBeAsked(conversationId: string): Promise<boolean>;
  /** Of a talk that has ended it asks at once, where the desk asks by hand. */
  setToBeAsked(conversationId: string, wish: { readonly ask: boolean; readonly by: string }): Promise<void>;
}

export function createSatisfaction(parts: {
  readonly store: Store;
  readonly conversations: Pick<Conversations, "append" | "appendIn">;
  readonly now: () => number;
}): Satisfaction {
  const { store, conversations, now } = parts;
  const { db, engine } = store;
  return {
    endedIn: async (trx, end) => ((await askIn(trx, end)) ? askInChannelIn(trx, conversations, end) : []),
    read: (talk) => readSurvey(db, talk, now()),
    readOpen: (requesterId) => readOpenSurvey(db, requesterId, now()),
    rate: (rating) => rateTalk(db, engine, { ...rating, now: now() }),
    rateInChannel: (said) => rateInChannel({ store, conversations, now }, said),
    settings: () => readSettings(db),
    saveSettings: (settings, by) => saveSettings(db, { settings, by, at: now() }),
    isToBeAsked: (conversationId) => isToBeAsked(db, conversationId),
    setToBeAsked: async (conversationId, wish) => {
      const at = now();
      const isAskedNow = await db.transaction().execute(async (trx) => {
        await setToBeAsked(trx, { conversationId, ...wish, at });
        return (
          wish.ask &&
          (await hasEnded(trx, conversationId)) &&
          askIn(trx, { conversationId, at, byHand: true })
        );
      });
      if (isAskedNow) await askInChannel({ store, conversations, now }, conversationId);
    },
  };
}

async function hasEnded(trx: Trx, conversationId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("conversation")
    .select("owner_kind")
    .where("id", "=", conversationId)
    .executeTakeFirst();
  return row?.owner_kind === "none";
}
