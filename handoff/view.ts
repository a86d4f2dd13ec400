import {
  type Attendance,
  attendanceSchema,
  groupRoutingSchema,
  handoverContextSchema,
  localeSchema,
  type Person,
} from "../contract/index.js";
import type { Db } from "../store/index.js";
import { fromJson } from "../store/index.js";
import { type AttendanceRecord, toEntry } from "./record.js";
import type { Waiting } from "./waiting.js";

/** Staff see why it came and what colleagues noted; the requester does not. */
export type Audience = "staff" | "requester";

export interface ViewSource {
  readonly db: Db;
  readonly waiting: Waiting;
  /** What the requester is told about the wait. */
  readonly estimate: (
    record: AttendanceRecord,
    position: number | undefined,
  ) => Promise<NonNullable<Attendance["wait"]>>;
}

/** Attendances as they go over the wire, in the order given. */
export async function viewAttendances(
  source: ViewSource,
  records: readonly AttendanceRecord[],
  audience: Audience,
): Promise<Attendance[]> {
  const parts = await readParts(source, records, [audience]);
  return records.map((record) => toView(record, audience, parts));
}

/** One attendance as each audience sees it, of one reading. */
export async function viewSides(
  source: ViewSource,
  record: AttendanceRecord,
): Promise<Readonly<Record<Audience, Attendance>>> {
  const parts = await readParts(source, [record], ["staff", "requester"]);
  return { staff: toView(record, "staff", parts), requester: toView(record, "requester", parts) };
}

/** What the rows of attendances only refer to. */
interface Parts {
  readonly people: ReadonlyMap<string, Person>;
  readonly numbers: ReadonlyMap<string, string>;
  readonly positions: ReadonlyMap<string, number>;
  readonly waits: ReadonlyMap<string, NonNullable<Attendance["wait"]>>;
  readonly pushing: ReadonlySet<string>;
}

async function readParts(
  source: ViewSource,
  records: readonly AttendanceRecord[],
  audiences: readonly Audience[],
): Promise<Parts> {
  const rows = records.map((record) => record.row);
  const waiting = records.filter(({ row }) => row.phase === "logged");
  const [people, numbers, positions, pushing] = await Promise.all([
    readPeople(source.db, [...rows.map((row) => row.requester_id), ...rows.map((row) => row.agent_id)]),
    readNumbers(
      source.db,
      rows.map((row) => row.ticket_id),
    ),
    source.waiting.positions(waiting.map(toEntry)),
    audiences.includes("staff") ? readPushing(source.db, waiting) : new Set<string>(),
  ]);
  const estimated = audiences.includes("requester") ? waiting : [];
  const waits = await Promise.all(
    estimated.map(
      async (record) => [record.row.id, await source.estimate(record, positions.get(record.row.id))] as const,
    ),
  );
  return { people, numbers, positions, waits: new Map(waits), pushing };
}

function toView(record: AttendanceRecord, audience: Audience, parts: Parts): Attendance {
  const { row } = record;
  const { people } = parts;
  return {
    ...toPublic(record),
    ticketNumber: row.ticket_id === null ? undefined : parts.numbers.get(row.ticket_id),
    position: row.phase === "logged" ? parts.positions.get(row.id) : undefined,
    wait: audience === "requester" ? parts.waits.get(row.id) : undefined,
    requester: people.get(row.requester_id) ?? { id: row.requester_id, name: "" },
    agent: row.agent_id === null ? undefined : people.get(row.agent_id),
    ...(audience === "staff" ? toInternal(record, parts.pushing) : {}),
  };
}

function toPublic({ row, groupIds }: AttendanceRecord) {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    phase: attendanceSchema.shape.phase.parse(row.phase),
    status: attendanceSchema.shape.status.parse(row.status),
    groupIds: [...groupIds],
    priority: row.priority,
    waitingSince: row.waiting_since,
    question: row.question,
    language: localeSchema.parse(row.language),
    acceptedAt: row.accepted_at ?? undefined,
    closedAt: row.closed_at ?? undefined,
    version: row.version,
  };
}

function toInternal(
  { row, groupIds }: AttendanceRecord,
  pushing: ReadonlySet<string>,
): Pick<Attendance, "context" | "reason" | "giving"> {
  const isOffered = groupIds.every((id) => pushing.has(id));
  return {
    context: fromJson(handoverContextSchema, row.context_json),
    reason: row.reason ?? undefined,
    giving: row.phase === "logged" ? (isOffered ? "push" : "pull") : undefined,
  };
}

/** Those groups of waiting ones that give out by themselves. */
async function readPushing(db: Db, waiting: readonly AttendanceRecord[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(waiting.flatMap(({ groupIds }) => groupIds))];
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("assignment_group")
    .select(["id", "routing_json"])
    .where("id", "in", ids)
    .where("routing_json", "is not", null)
    .execute();
  const pushing = rows.filter(
    ({ routing_json: json }) => json !== null && fromJson(groupRoutingSchema, json).giving === "push",
  );
  return new Set(pushing.map(({ id }) => id));
}

async function readPeople(db: Db, ids: readonly (string | null)[]): Promise<Map<string, Person>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await db
    .selectFrom("account")
    .select(["id", "name", "photo_url"])
    .where("id", "in", known)
    .execute();
  return new Map(
    rows.map((row) => [row.id, { id: row.id, name: row.name, photoUrl: row.photo_url ?? undefined }]),
  );
}

async function readNumbers(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await db.selectFrom("ticket").select(["id", "number"]).where("id", "in", known).execute();
  return new Map(rows.map((row) => [row.id, row.number]));
}
