import { type Attendance, isStaff, type Principal } from "../contract/index.js";
import type { Db, Row } from "../store/index.js";
import { standingOf } from "./may.js";
import { type AttendanceRecord, readRecord, readRecords, withGroups } from "./record.js";
import { type Audience, type ViewSource, viewAttendances, viewSides } from "./view.js";
import type { Waiting } from "./waiting.js";

const listMax = 200;
/** Of each group, however far back they stand among all: as many as a console shows of it at once. */
const ofEachGroup = 50;

export interface Sides extends Readonly<Record<Audience, Attendance>> {
  readonly offered?: { readonly agentId: string; readonly until: number } | undefined;
}

export interface QueueCount {
  /** Each once, in however many of the groups. */
  readonly total: number;
  readonly groups: readonly { readonly groupId: string; readonly waiting: number }[];
}

export interface Reads {
  /** The attendance, if the person may see it; the requester without what is for colleagues. */
  byId(id: string, viewer: Principal): Promise<Attendance | undefined>;
  /** For facts that go to a whole room; whoever calls it knows who is in the room. */
  views(ids: readonly string[], audience: Audience): Promise<Attendance[]>;
  /** The same of one, as both audiences see it; and who is asked for it now. */
  sides(id: string): Promise<Sides | undefined>;
  /** The newest attendance of a conversation: the open one where there is one. */
  ofConversation(conversationId: string, audience: Audience): Promise<Attendance | undefined>;
  sidesOfConversation(conversationId: string): Promise<Sides | undefined>;
  /**
   * Who waits in the agent's groups, in the order they are served (S1-2, S1-6); every group for a supervisor. The
   * first 200 when no limit is given, and the first of each group in any case.
   */
  waitingFor(agent: Principal, limit?: number): Promise<Attendance[]>;
  /** How many wait in the agent's groups, however few of them are listed. */
  countFor(agent: Principal): Promise<QueueCount>;
  /** Attendances an agent has now, longest first (S2-51). */
  heldBy(agentId: string): Promise<Attendance[]>;
  /** How many wait in each of the groups. */
  counts(groupIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  record(id: string): Promise<AttendanceRecord | undefined>;
  /** The offer this agent is to answer. */
  offeredTo(agentId: string): Promise<{ readonly attendanceId: string; readonly until: number } | undefined>;
  /** The first of those who wait in a group. */
  firstWaiting(groupId: string, limit: number): Promise<string[]>;
}

export function createReads(source: ViewSource): Reads {
  const { db, waiting } = source;
  const views = async (ids: readonly string[], audience: Audience) =>
    viewAttendances(source, await readRecords(db, ids), audience);
  const sides = async (id: string): Promise<Sides | undefined> => {
    const record = await readRecord(db, id);
    if (record === undefined) return undefined;
    return { ...(await viewSides(source, record)), offered: offerOf(record) };
  };
  return {
    views,
    sides,
    sidesOfConversation: async (conversationId) => {
      const row = await newest(db, conversationId);
      return row === undefined ? undefined : sides(row.id);
    },
    record: (id) => readRecord(db, id),
    offeredTo: async (agentId) => {
      const row = await db
        .selectFrom("attendance")
        .select(["id", "offered_until"])
        .where("offered_to", "=", agentId)
        .where("phase", "=", "logged")
        .executeTakeFirst();
      return row === undefined ? undefined : { attendanceId: row.id, until: row.offered_until ?? 0 };
    },
    firstWaiting: (groupId, limit) => waiting.first([groupId], limit),
    counts: (groupIds) => waiting.counts(groupIds),
    byId: async (id, viewer) => {
      const record = await readRecord(db, id);
      const standing = record === undefined ? undefined : await standingOf(db, viewer, record);
      if (record === undefined || standing === undefined) return undefined;
      const audience = standing === "requester" ? "requester" : "staff";
      return (await viewAttendances(source, [record], audience))[0];
    },
    ofConversation: async (conversationId, audience) => {
      const row = await newest(db, conversationId);
      return row === undefined ? undefined : (await views([row.id], audience))[0];
    },
    waitingFor: async (agent, limit = listMax) => {
      if (!isStaff(agent)) return [];
      const groupIds = await groupsOf(db, agent);
      return viewAttendances(source, await readWindow(source, groupIds, limit), "staff");
    },
    countFor: async (agent) => {
      const groupIds = isStaff(agent) ? await groupsOf(db, agent) : [];
      const counts = await waiting.counts(groupIds);
      const groups = [...counts].map(([groupId, count]) => ({ groupId, waiting: count }));
      return { total: await countIn(db, groupIds), groups };
    },
    heldBy: async (agentId) => viewAttendances(source, await held(db, agentId), "staff"),
  };
}

function offerOf({ row }: AttendanceRecord): Sides["offered"] {
  const { phase, offered_to: agentId, offered_until: until } = row;
  return phase === "logged" && agentId !== null ? { agentId, until: until ?? 0 } : undefined;
}

/** The first of all, and the first of each group where those behind the limit may be of it. */
async function readWindow(
  source: Pick<ViewSource, "db" | "waiting">,
  groupIds: readonly string[],
  limit: number,
): Promise<AttendanceRecord[]> {
  const first = await readFirst(source, groupIds, limit);
  if (first.length < limit || groupIds.length < 2) return first;
  const known = new Set(first.map(({ row }) => row.id));
  for (const groupId of groupIds) {
    for (const record of await readFirst(source, [groupId], Math.min(limit, ofEachGroup))) {
      if (!known.has(record.row.id)) first.push(record);
      known.add(record.row.id);
    }
  }
  return first;
}

/** The index may lag behind: what is accepted by now is left out, and more is read in its place. */
async function readFirst(
  { db, waiting }: { readonly db: Db; readonly waiting: Waiting },
  groupIds: readonly string[],
  limit: number,
): Promise<AttendanceRecord[]> {
  for (let asked = limit; ; asked *= 2) {
    const ids = await waiting.first(groupIds, asked);
    const read = new Map((await readRecords(db, ids)).map((record) => [record.row.id, record]));
    const found = ids.flatMap((id) => {
      const record = read.get(id);
      return record?.row.phase === "logged" ? [record] : [];
    });
    if (found.length >= limit || ids.length < asked) return found.slice(0, limit);
  }
}

function newest(db: Db, conversationId: string): Promise<Pick<Row<"attendance">, "id"> | undefined> {
  return (
    db
      .selectFrom("attendance")
      .select("id")
      .where("conversation_id", "=", conversationId)
      // The open one first, whatever the clocks said when it began (reliability F16).
      .orderBy((of) => of.case().when("phase", "=", "closed").then(1).else(0).end())
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst()
  );
}

async function held(db: Db, agentId: string): Promise<AttendanceRecord[]> {
  const rows = await db
    .selectFrom("attendance")
    .selectAll()
    .where("agent_id", "=", agentId)
    .where("phase", "=", "accepted")
    .orderBy("accepted_at")
    .execute();
  return withGroups(db, rows);
}

async function countIn(db: Db, groupIds: readonly string[]): Promise<number> {
  if (groupIds.length === 0) return 0;
  const { count } = await db
    .selectFrom("attendance")
    .select((of) => of.fn.countAll<number>().as("count"))
    .where("phase", "=", "logged")
    .where((where) =>
      where.exists(
        where
          .selectFrom("attendance_group")
          .select("group_id")
          .whereRef("attendance_id", "=", "attendance.id")
          .where("group_id", "in", [...groupIds]),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function groupsOf(db: Db, agent: Principal): Promise<readonly string[]> {
  return agent.role === "agent" ? agent.groupIds : allGroups(db);
}

async function allGroups(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("assignment_group")
    .select("id")
    .where("takes_attendances", "=", 1)
    .execute();
  return rows.map((row) => row.id);
}
