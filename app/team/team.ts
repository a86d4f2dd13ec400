import type { Conversations, Notes, Participants, Tags } from "../../conversation/index.js";
import { createNotes, createParticipants, createTags } from "../../conversation/index.js";
import type { Handoff } from "../../handoff/index.js";
import { type CannedReplies, createCannedReplies } from "../../knowledge/index.js";
import type { Bell, Store } from "../../store/index.js";
import type { Audit } from "../audit/index.js";
import { createPastTalks, type PastTalks } from "./past-talks.js";
import { createViewing, type Viewing } from "./viewing.js";
import { createWatching, type Watching } from "./watching.js";

export interface TeamOptions {
  readonly store: Store;
  readonly audit: Pick<Audit, "during">;
  readonly conversations: Conversations;
  readonly handoff: Handoff;
  readonly bell: Bell;
  readonly now: () => number;
}

/** What agents share about a talk, beside the talk. */
export interface Team {
  readonly notes: Notes;
  readonly participants: Participants;
  readonly tags: Tags;
  readonly viewing: Viewing;
  readonly watching: Watching;
  readonly pastTalks: PastTalks;
  readonly cannedReplies: CannedReplies;
}

export function createTeam({ store, audit, conversations, bell, now }: TeamOptions): Team {
  return {
    notes: createNotes({ store, bell, now }),
    participants: createParticipants({ store, conversations, bell, now }),
    tags: createTags({ store, now }),
    viewing: createViewing({ bell, now }),
    watching: createWatching({ store, audit, now }),
    pastTalks: createPastTalks(store.db),
    cannedReplies: createCannedReplies({ store, now }),
  };
}
