import { z } from "zod";
import {
  type FileAttachment,
  fileSchema,
  type Locale,
  type Memo,
  memoSchema,
  type TimelineEntry,
  ticketStates,
} from "../contract/index.js";
import { type Db, fromJson, type Row } from "../store/index.js";
import { actorSchema, elsewhereSchema } from "./events.js";
import { timelineTexts } from "./timeline-texts.js";

/** Of one conversation; more than any talk has. The newest are kept. */
const messagesMax = 5000;

interface Placed {
  readonly entry: TimelineEntry;
  /** Where it stands among the others, ms UTC. */
  readonly at: number;
}

const entryKinds = [
  "opened",
  "state",
  "assigned",
  "group",
  "note",
  "memo",
  "edited",
  "consult",
  "overflowed",
  "elsewhere",
] as const;
/** What requesters are told about when it is edited; the rest is the desk's own business. */
const toldEdits = ["priority", "description", "fields"];
/** For staff only; they never reach a requester (S12, S4-3). */
const privateKinds: readonly string[] = ["note", "consult", "overflowed"];
const system = { kind: "system", id: "system", name: "" };

/**
 * Everything that happened to a ticket, oldest first: its own history, its attendances, and the transcript of its
 * conversations, whose entries carry the message's `seq`. Notes are for staff only and never reach a requester (S12).
 */
export async function readTimeline(
  db: Db,
  ticket: { readonly id: string; readonly conversationId?: string | undefined },
  view: { readonly locale: Locale; readonly withNotes: boolean },
): Promise<TimelineEntry[]> {
  const attendances = await readAttendances(db, ticket.id);
  const conversationIds = new Set(attendances.map((attendance) => attendance.conversation_id));
  if (ticket.conversationId !== undefined) conversationIds.add(ticket.conversationId);
  const facts = [
    ...(await readEvents(db, ticket.id, view)),
    ...attendances.flatMap((attendance) => toAttendanceEntries(attendance, view.locale)),
  ].map((entry) => ({ entry, at: entry.at }));
  const messages: Placed[] = [];
  for (const id of conversationIds) messages.push(...(await readMessages(db, id)));
  // A stable sort: what shares a millisecond keeps this order, and messages that of their numbers.
  return [...facts, ...messages].sort((a, b) => a.at - b.at).map(({ entry }) => entry);
}

async function readEvents(
  db: Db,
  ticketId: string,
  view: { readonly locale: Locale; readonly withNotes: boolean },
): Promise<TimelineEntry[]> {
  const rows = await db
    .selectFrom("ticket_event")
    .selectAll()
    .where("ticket_id", "=", ticketId)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.flatMap((row) => {
    const kind = entryKinds.find((one) => one === row.kind);
    if (kind === undefined || (!view.withNotes && isInternal(kind, row.text))) return [];
    const actor = fromJson(actorSchema, row.actor_json);
    const memo = kind === "consult" ? fromJson(memoSchema, row.text) : undefined;
    const text = memo === undefined ? toSentence(kind, row.text, view.locale) : tellMemo(memo, view.locale);
    return [{ id: row.id, at: row.at, kind, actor, text, ...(memo === undefined ? {} : { memo }) }];
  });
}

function isInternal(kind: (typeof entryKinds)[number], text: string): boolean {
  if (kind === "edited") return !toldEdits.includes(text.split(":", 1)[0] ?? "");
  return privateKinds.includes(kind);
}

function toSentence(kind: (typeof entryKinds)[number], text: string, locale: Locale): string {
  const texts = timelineTexts[locale];
  switch (kind) {
    case "opened":
    case "note":
    case "memo":
    case "consult":
      return text;
    case "edited": {
      const [what = "", value = ""] = text.split(/:(.*)/s);
      return texts.edited(texts.edits[what] ?? what, texts.edits[value] ?? value);
    }
    case "state": {
      const state = ticketStates.find((one) => one === text);
      return state === undefined ? text : texts.states[state];
    }
    case "assigned":
      return text === "" ? texts.unassigned : texts.assigned(text);
    case "group":
      return texts.group(text);
    case "overflowed":
      return texts.overflowed(text);
    case "elsewhere":
      return texts.elsewhere(fromJson(elsewhereSchema, text));
  }
}

/** The summary, and after it everything that was said and done. */
function tellMemo({ names, spentMs, lines }: Memo, locale: Locale): string {
  const minutes = Math.round(spentMs / 60_000);
  const hours = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  const said = lines.map(({ name, text, notice }) => (notice === undefined ? `${name}: ${text}` : text));
  return [timelineTexts[locale].memo(names.join(", "), hours), ...said].join("\n");
}

function readAttendances(db: Db, ticketId: string) {
  return db
    .selectFrom("attendance")
    .leftJoin("account", "account.id", "attendance.agent_id")
    .selectAll("attendance")
    .select("account.name as agent_name")
    .where("ticket_id", "=", ticketId)
    .orderBy("attendance.created_at")
    .execute();
}

function toAttendanceEntries(
  row: Row<"attendance"> & { readonly agent_name: string | null },
  locale: Locale,
): TimelineEntry[] {
  const texts = timelineTexts[locale];
  const agent = { kind: "agent", id: row.agent_id ?? "", name: row.agent_name ?? "" };
  const ending = row.status === "abandoned" ? texts.abandoned : texts.ended;
  const closing = row.reason === null ? ending : `${ending}: ${row.reason}`;
  const facts = [
    { what: "waiting", at: row.created_at, actor: system, text: texts.waiting },
    { what: "accepted", at: row.accepted_at, actor: agent, text: texts.accepted(agent.name) },
    { what: "closed", at: row.closed_at, actor: row.agent_id === null ? system : agent, text: closing },
  ];
  return facts.flatMap(({ what, at, actor, text }) =>
    at === null ? [] : [{ id: `${row.id}:${what}`, at, kind: "attendance" as const, actor, text }],
  );
}

async function readMessages(db: Db, conversationId: string): Promise<Placed[]> {
  const rows = await db
    .selectFrom("message")
    .select(["id", "seq", "sender_kind", "sender_id", "sender_name", "text", "extra_json", "sent_at"])
    .where("conversation_id", "=", conversationId)
    .orderBy("seq", "desc")
    .limit(messagesMax)
    .execute();
  let latest = 0;
  return rows.reverse().map((row) => {
    // Two nodes' clocks may disagree; only the number orders messages (D6).
    latest = Math.max(latest, row.sent_at);
    const actor = { kind: row.sender_kind, id: row.sender_id, name: row.sender_name };
    return {
      at: latest,
      entry: {
        id: row.id,
        at: row.sent_at,
        kind: "message",
        actor,
        text: row.text,
        seq: row.seq,
        ...filesOf(row.extra_json),
      },
    };
  });
}

const attachedSchema = z.object({ attachments: z.array(z.unknown()).optional() });

/** Of what a message carries only its files belong to the history. */
function filesOf(extra: string | null): { files?: FileAttachment[] } {
  if (extra === null) return {};
  const { attachments = [] } = fromJson(attachedSchema, extra);
  const files = attachments.flatMap((one) => fileSchema.safeParse(one).data ?? []);
  return files.length === 0 ? {} : { files };
}
