import type { Domains } from "../../../app/domains.js";
import type { AcceptOutcome } from "../../../handoff/index.js";
import type { Store } from "../../../store/index.js";

/** Ways in which a desk can break its promises. */
export type Mutation =
  | "none"
  | "acknowledges-without-storing"
  | "stores-twice"
  | "leaves-a-gap"
  | "lets-two-win"
  | "tells-nobody"
  | "keeps-changes-of-the-queue-to-itself"
  | "shows-everybody-the-whole-queue"
  | "shows-requesters-notes"
  | "shows-other-peoples-words";

/** The same desk with a switch that breaks it; only a test can put it together, the product has no such switch. */
export function mutable(isOn: (mutation: Mutation) => boolean) {
  return ({ store, conversations, handoff }: Domains): Partial<Domains> => ({
    conversations: bendConversations(conversations, store, isOn),
    handoff: bendHandoff(handoff, store, isOn),
  });
}

type Conversations = Domains["conversations"];
type Handoff = Domains["handoff"];
type IsOn = (mutation: Mutation) => boolean;

function bendConversations(real: Conversations, store: Store, isOn: IsOn): Conversations {
  let drafts = 0;
  const { events } = real;
  return {
    ...real,
    append: async (draft) => {
      drafts += 1;
      const result = await real.append(draft);
      if (result.status !== "stored") return result;
      const { id, conversationId } = result.message;
      if (isOn("acknowledges-without-storing") && drafts % 4 === 0)
        await store.db.deleteFrom("message").where("id", "=", id).execute();
      if (isOn("stores-twice")) await real.append({ ...draft, clientMessageId: `again-${id}` });
      if (isOn("leaves-a-gap") && drafts % 4 === 0)
        await store.db
          .updateTable("conversation")
          .set((of) => ({ last_seq: of("last_seq", "+", 1) }))
          .where("id", "=", conversationId)
          .execute();
      return result;
    },
    after: async (id, afterSeq) => {
      const page = await real.after(id, afterSeq);
      const stranger = isOn("shows-other-peoples-words") ? await wordsOfOthers(store, id) : "";
      const note = isOn("shows-requesters-notes") ? await noteOf(store, id) : "";
      if (`${stranger}${note}` === "") return page;
      return {
        ...page,
        messages: page.messages.map((one) => ({ ...one, text: one.text + stranger + note })),
      };
    },
    events: {
      ...events,
      on: (name, hear) =>
        events.on(name, (...args) => {
          const isTold = name === "posted" || name === "changed";
          if (!isTold || !isOn("tells-nobody")) hear(...args);
        }),
    },
  };
}

function bendHandoff(real: Handoff, store: Store, isOn: IsOn): Handoff {
  const { events, reads } = real;
  const firstAccepts = new Map<string, Promise<AcceptOutcome>>();
  const told = new Set<string>();
  return {
    ...real,
    accept: (input) => {
      if (!isOn("lets-two-win")) return real.accept(input);
      const first = firstAccepts.get(input.attendanceId) ?? real.accept(input);
      firstAccepts.set(input.attendanceId, first);
      return first;
    },
    reads: {
      ...reads,
      waitingFor: async (person) => {
        if (!isOn("shows-everybody-the-whole-queue")) return reads.waitingFor(person);
        const groups = await store.db.selectFrom("assignment_group").select("id").execute();
        return reads.waitingFor({ ...person, groupIds: groups.map((row) => row.id) });
      },
    },
    events: {
      ...events,
      on: (name, hear) =>
        events.on(name, (...args) => {
          const id = String(args[0]);
          const isSilent =
            name === "attendance-changed" && isOn("keeps-changes-of-the-queue-to-itself") && told.has(id);
          told.add(id);
          if (!isSilent) hear(...args);
        }),
    },
  };
}

async function wordsOfOthers({ db }: Store, id: string): Promise<string> {
  const own = await db
    .selectFrom("conversation")
    .select("requester_id")
    .where("id", "=", id)
    .executeTakeFirst();
  const row = await db
    .selectFrom("message")
    .select("text")
    .where("sender_kind", "=", "requester")
    .where("sender_id", "<>", own?.requester_id ?? "")
    .orderBy("sent_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.text ?? "";
}

async function noteOf({ db }: Store, id: string): Promise<string> {
  const row = await db
    .selectFrom("note")
    .select("text")
    .where("conversation_id", "=", id)
    .limit(1)
    .executeTakeFirst();
  return row?.text ?? "";
}
