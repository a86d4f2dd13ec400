import type { Availability } from "../contract/index.js";
import { availabilitySchema, isStaff, roleSchema } from "../contract/index.js";
import type { Bell } from "../conversation/index.js";
import { createTypedEvents, type TypedEvents } from "../conversation/index.js";
import { createBatcher, type Db, inPieces } from "../store/index.js";
import type { Presence } from "./presence.js";
import { missed } from "./routing/floor.js";

/** Whether somebody is there, and what they set by hand. */
export interface PersonStatus {
  readonly accountId: string;
  readonly status: Availability;
  readonly online: boolean;
  /** Nobody but who talks with them cares for a requester's coming and going. */
  readonly isStaff: boolean;
}

/** One of those an attendance can be passed to. */
export interface DeskAgent {
  readonly id: string;
  readonly name: string;
  readonly photoUrl?: string | undefined;
  readonly status: Availability;
  readonly online: boolean;
  /** How many conversations the agent has now, and at most. */
  readonly active: number;
  readonly capacity: number;
  readonly groupIds: readonly string[];
}

export interface People {
  readonly events: TypedEvents<{ changed: [status: PersonStatus] }>;
  connected(accountId: string, socketId: string): Promise<void>;
  disconnected(accountId: string, socketId: string): Promise<void>;
  /** Sets it until the person changes it; another device does not (S2-57). */
  setAvailability(accountId: string, status: Availability): Promise<void>;
  statusOf(accountIds: readonly string[]): Promise<PersonStatus[]>;
  agents(): Promise<DeskAgent[]>;
  /** Renews this node's sockets and tells who has come or gone unheard (a killed node tells nobody). */
  refresh(): Promise<void>;
}

const lookedAtTogether = 100;
/** Nobody sees a light change so much sooner. */
const gatheredMs = 20;

export function createPeople(options: {
  readonly db: Db;
  readonly presence: Presence;
  readonly bell: Bell;
}): People {
  const { db, presence, bell } = options;
  const events = createTypedEvents<{ changed: [status: PersonStatus] }>();
  /** What was last told of each person; those who are away leave it. */
  const told = new Map<string, PersonStatus>();
  /** Everybody this node has shown as online: when they go unheard, somebody must be told. */
  const shown = new Set<string>();

  async function statusOf(accountIds: readonly string[]): Promise<PersonStatus[]> {
    if (accountIds.length === 0) return [];
    const [rows, online] = await Promise.all([
      db
        .selectFrom("account")
        .select(["id", "availability", "role"])
        .where("id", "in", [...accountIds])
        .execute(),
      presence.online(accountIds),
    ]);
    for (const id of online) shown.add(id);
    return rows.map((row) => ({
      accountId: row.id,
      status: availabilitySchema.parse(row.availability),
      online: online.has(row.id),
      isStaff: isStaff({ role: roleSchema.parse(row.role) }),
    }));
  }

  function tell(person: PersonStatus): void {
    const before = told.get(person.accountId);
    if (person.online) told.set(person.accountId, person);
    else {
      told.delete(person.accountId);
      shown.delete(person.accountId);
    }
    if (before?.online === person.online && before.status === person.status) return;
    events.emit("changed", person);
  }

  async function look(accountIds: readonly string[]): Promise<void> {
    for (const person of await statusOf(accountIds)) tell(person);
  }

  /** Many come in the same moment when a node starts again: they are looked at together (reliability F22). */
  const looks = createBatcher<string, true>({
    maxItems: lookedAtTogether,
    gatherMs: gatheredMs,
    // There are no more of them than connections.
    waitingAtMost: Number.POSITIVE_INFINITY,
    run: async (accountIds) => {
      await look([...new Set(accountIds)]);
      return accountIds.map(() => true);
    },
  });

  async function changed(accountId: string): Promise<void> {
    bell.ring("presence", accountId);
    await looks.add(accountId);
  }

  bell.on("presence", (accountId) => {
    looks.add(accountId).catch(() => undefined);
  });

  return {
    events,
    statusOf,
    agents: async () => {
      const agents = await readAgents(db, presence);
      for (const agent of agents) if (agent.online) shown.add(agent.id);
      return agents;
    },
    connected: async (accountId, socketId) => {
      if ((await presence.connected(accountId, socketId)) === "first") await changed(accountId);
    },
    disconnected: async (accountId, socketId) => {
      if ((await presence.disconnected(accountId, socketId)) === "last") await changed(accountId);
    },
    setAvailability: async (accountId, status) => {
      await db.updateTable("account").set({ availability: status }).where("id", "=", accountId).execute();
      if (status === "available") await excuseLapses(db, accountId);
      await changed(accountId);
    },
    refresh: async () => {
      await presence.refresh();
      await inPieces([...shown], look);
    },
  };
}

/** Whoever says that they are there is asked again at once, whatever they let pass before. */
async function excuseLapses(db: Db, accountId: string): Promise<void> {
  await db
    .updateTable("attendance_offer")
    .set({ outcome: "excused" })
    .where("agent_id", "=", accountId)
    .where("outcome", "in", missed)
    .execute();
}

async function readAgents(db: Db, presence: Presence): Promise<DeskAgent[]> {
  const rows = await db
    .selectFrom("account")
    .select(["id", "name", "photo_url", "availability", "capacity"])
    .where("active", "=", 1)
    .where("role", "in", ["agent", "supervisor", "admin"])
    .orderBy("name")
    .execute();
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const [memberships, held, online] = await Promise.all([
    db.selectFrom("membership").selectAll().where("account_id", "in", ids).execute(),
    heldByEach(db),
    presence.online(ids),
  ]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    photoUrl: row.photo_url ?? undefined,
    status: availabilitySchema.parse(row.availability),
    online: online.has(row.id),
    active: held.get(row.id) ?? 0,
    capacity: row.capacity,
    groupIds: memberships.filter((one) => one.account_id === row.id).map((one) => one.group_id),
  }));
}

async function heldByEach(db: Db): Promise<Map<string | null, number>> {
  const rows = await db
    .selectFrom("attendance")
    .select((of) => ["agent_id", of.fn.countAll<number>().as("held")])
    .where("phase", "=", "accepted")
    .groupBy("agent_id")
    .execute();
  return new Map(rows.map((row) => [row.agent_id, Number(row.held)]));
}
