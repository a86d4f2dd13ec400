import {
  type Availability,
  availabilitySchema,
  groupRoutingSchema,
  isStaff,
  type Role,
  roleSchema,
} from "../contract/index.js";
import type { Trx } from "../conversation/index.js";
import { type Engine, fromJson } from "../store/index.js";
import type { Agent } from "./desk.js";
import type { AttendanceRecord } from "./record.js";
import { readHeld } from "./routing/floor.js";

/** An agent's account while its row is locked: what may be given to it cannot change meanwhile. */
export interface LockedAgent {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Active, and one of those who stand on the desk's side. */
  readonly isInDesk: boolean;
  readonly availability: Availability;
  readonly capacity: number;
}

/**
 * Locks agents' accounts until the end of the transaction, in the order of their ids. Every path that gives an agent a
 * conversation comes through here first, so that two of them cannot both see the last free place (Q4). On SQLite the
 * transaction itself is the lock. Rows that merely refer to the account (a new session) do not wait for it.
 */
export async function lockAgents(trx: Trx, engine: Engine, ids: readonly string[]): Promise<LockedAgent[]> {
  const query = trx
    .selectFrom("account")
    .select(["id", "name", "role", "active", "availability", "capacity"])
    .where("id", "in", [...ids])
    .orderBy("id");
  const rows = await (engine === "postgres" ? query.forNoKeyUpdate() : query).execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: roleSchema.parse(row.role),
    isInDesk: row.active === 1 && isStaff({ role: roleSchema.parse(row.role) }),
    availability: availabilitySchema.parse(row.availability),
    capacity: row.capacity,
  }));
}

export async function lockAgent(trx: Trx, engine: Engine, id: string): Promise<LockedAgent | undefined> {
  return (await lockAgents(trx, engine, [id]))[0];
}

export type Room =
  | { readonly status: "room" }
  | { readonly status: "at-capacity"; readonly capacity: number }
  | { readonly status: "channel-full"; readonly channel: string; readonly capacity: number };

/** Whether a locked agent can take this one more: within their own capacity, and that of its channel. */
export async function roomFor(trx: Trx, agent: LockedAgent, record: AttendanceRecord): Promise<Room> {
  const held = (await readHeld(trx, [agent.id])).get(agent.id) ?? new Map<string, number>();
  const all = [...held.values()].reduce((sum, count) => sum + count, 0);
  if (all >= agent.capacity) return { status: "at-capacity", capacity: agent.capacity };
  const limit = await channelLimit(trx, agent.id, record);
  if (limit === undefined || (held.get(limit.channel) ?? 0) < limit.capacity) return { status: "room" };
  return { status: "channel-full", ...limit };
}

/** The most generous of the groups through which the agent may have it; `undefined` when one of them sets no limit. */
export async function channelLimit(
  trx: Trx,
  agentId: string,
  { row, groupIds }: AttendanceRecord,
): Promise<{ readonly channel: string; readonly capacity: number } | undefined> {
  const groups = await trx
    .selectFrom("assignment_group")
    .innerJoin("membership", "membership.group_id", "assignment_group.id")
    .select("routing_json")
    .where("account_id", "=", agentId)
    .where("assignment_group.id", "in", [...groupIds])
    .execute();
  const limits = groups.flatMap(({ routing_json: json }) =>
    json === null ? [] : [fromJson(groupRoutingSchema, json).channelCapacity],
  );
  if (limits.length === 0 || limits.length < groups.length) return undefined;
  const { channel } = await trx
    .selectFrom("conversation")
    .select("channel")
    .where("id", "=", row.conversation_id)
    .executeTakeFirstOrThrow();
  const capacities = limits.flatMap((limit) => limit[channel] ?? []);
  return capacities.length < groups.length ? undefined : { channel, capacity: Math.max(...capacities) };
}

/** Whether the agent belongs to one of the groups now, whatever the session remembers (S1-3). */
export async function isInGroups(trx: Trx, agentId: string, groupIds: readonly string[]): Promise<boolean> {
  if (groupIds.length === 0) return false;
  const row = await trx
    .selectFrom("membership")
    .select("group_id")
    .where("account_id", "=", agentId)
    .where("group_id", "in", [...groupIds])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether one of the groups in which the agent is lets its agents pick. */
export async function picksIn(trx: Trx, agentId: string, groupIds: readonly string[]): Promise<boolean> {
  const rows = await trx
    .selectFrom("assignment_group")
    .innerJoin("membership", "membership.group_id", "assignment_group.id")
    .select("routing_json")
    .where("account_id", "=", agentId)
    .where("assignment_group.id", "in", [...groupIds])
    .execute();
  return rows.some(
    ({ routing_json: json }) => json === null || fromJson(groupRoutingSchema, json).giving === "pull",
  );
}

export async function readAgent(trx: Trx, id: string): Promise<Agent> {
  const row = await trx.selectFrom("account").select(["id", "name"]).where("id", "=", id).executeTakeFirst();
  return row ?? { id, name: "" };
}
