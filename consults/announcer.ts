import type { Consult, OffRecord } from "../contract/index.js";
import { type Bell, createTypedEvents, type TypedEvents } from "../conversation/index.js";
import type { Db } from "../store/index.js";
import { readOffRecords } from "./off-record.js";
import { viewConsults } from "./view.js";

/** Nodes' clocks may differ by this much; what is seen twice is told once. */
const overlapMs = 10_000;

export interface ConsultEvents {
  /** A consult as this person sees it now. */
  changed: [accountId: string, consult: Consult];
  "off-record": [message: OffRecord];
  selected: [
    choice: {
      readonly conversationId: string;
      readonly from: string;
      readonly to: string;
      readonly on: boolean;
    },
  ];
  /** Who links whom is another between these two. */
  contact: [ownerId: string, contactId: string];
}

export interface ConsultAnnouncer {
  readonly events: TypedEvents<ConsultEvents>;
  /** Tells this node and rings for the others; a bell carries ids and never a word of what was written. */
  changed(conversationId: string): void;
  offRecord(message: OffRecord): void;
  selected(choice: ConsultEvents["selected"][0]): void;
  contact(ownerId: string, contactId: string): void;
  /** Finds what no bell told; run it every two seconds at most. */
  catchUp(): Promise<void>;
}

/** Tells the people of consults what concerns them, on every node, whichever node it happened on. */
export function createAnnouncer(options: {
  readonly db: Db;
  readonly bell: Bell;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}): ConsultAnnouncer {
  const { db, bell, now } = options;
  const events = createTypedEvents<ConsultEvents>();
  const versions = new Map<string, number>();
  /** How those who are not inside were last told they stand: only a change of that concerns them. */
  const standings = new Map<string, string>();
  const toldOffRecords = new Map<string, number>();
  let lookedAt = now();
  const run = (work: Promise<void>) => void work.catch(options.failed);

  async function tell(id: string): Promise<void> {
    const members = await db
      .selectFrom("consult_member")
      .innerJoin("consult", "consult.conversation_id", "consult_member.conversation_id")
      .select(["account_id", "state", "invited_at", "consult.version"])
      .where("consult_member.conversation_id", "=", id)
      .execute();
    const version = members[0]?.version ?? 0;
    if (version < (versions.get(id) ?? 0)) return;
    versions.set(id, version);
    for (const { account_id: accountId, state, invited_at: invitedAt } of members) {
      const key = `${id} ${accountId}`;
      const standing = `${state} ${invitedAt}`;
      if (state !== "joined" && standings.get(key) === standing) continue;
      standings.set(key, standing);
      const [consult] = await viewConsults(db, [id], { viewerId: accountId, now: now() });
      if (consult !== undefined) events.emit("changed", accountId, consult);
      if (consult?.endedAt !== undefined) standings.delete(key);
    }
  }

  function tellOffRecord(message: OffRecord): void {
    if (toldOffRecords.has(message.id)) return;
    toldOffRecords.set(message.id, message.sentAt);
    events.emit("off-record", message);
  }

  async function lookForOffRecord(id: string): Promise<void> {
    if (toldOffRecords.has(id)) return;
    for (const message of await readOffRecords(db, { id })) tellOffRecord(message);
  }

  bell.on("consult", (id) => run(tell(id)));
  bell.on("off-record", (id) => run(lookForOffRecord(id)));
  bell.on("off-record-selected", (payload) => {
    const [conversationId = "", from = "", to = "", on = ""] = payload.split(" ");
    events.emit("selected", { conversationId, from, to, on: on === "on" });
  });
  bell.on("contact", (payload) => {
    const [ownerId = "", contactId = ""] = payload.split(" ");
    events.emit("contact", ownerId, contactId);
  });

  return {
    events,
    changed: (id) => {
      bell.ring("consult", id);
      run(tell(id));
    },
    offRecord: (message) => {
      bell.ring("off-record", message.id);
      tellOffRecord(message);
    },
    selected: (choice) => {
      const { conversationId, from, to, on } = choice;
      bell.ring("off-record-selected", `${conversationId} ${from} ${to} ${on ? "on" : "off"}`);
      events.emit("selected", choice);
    },
    contact: (ownerId, contactId) => {
      bell.ring("contact", `${ownerId} ${contactId}`);
      events.emit("contact", ownerId, contactId);
    },
    catchUp: async () => {
      const since = lookedAt - overlapMs;
      lookedAt = now();
      const consults = await db
        .selectFrom("consult")
        .select(["conversation_id", "version"])
        .where("updated_at", ">", since)
        .execute();
      for (const { conversation_id: id, version } of consults) {
        if (version > (versions.get(id) ?? 0)) await tell(id);
      }
      const recent = new Set(consults.map((row) => row.conversation_id));
      for (const id of versions.keys()) if (!recent.has(id)) versions.delete(id);
      const records = await db.selectFrom("off_record").select("id").where("sent_at", ">", since).execute();
      for (const { id } of records) await lookForOffRecord(id);
      for (const [id, sentAt] of toldOffRecords) {
        if (sentAt < since - overlapMs) toldOffRecords.delete(id);
      }
    },
  };
}
