import { type Availability, availabilitySchema, isStaff, type Role, roleSchema } from "../contract/index.js";
import type { Trx } from "../conversation/index.js";
import { type Engine, listOf, lockingShapes, type Row } from "../store/index.js";
import type { Agent } from "./desk.js";

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
  if (ids.length === 0) return [];
  const { rows } = await trx.executeQuery(locking[engine](ids.length, [...ids]));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: roleSchema.parse(row.role),
    isInDesk: row.active === 1 && isStaff({ role: roleSchema.parse(row.role) }),
    availability: availabilitySchema.parse(row.availability),
    capacity: row.capacity,
  }));
}

const locking = lockingShapes<
  Pick<Row<"account">, "id" | "name" | "role" | "active" | "availability" | "capacity">
>(
  (count) =>
    `select id, name, role, active, availability, capacity from account where id in (${listOf(count)}) order by id`,
  "for no key update",
);

export async function lockAgent(trx: Trx, engine: Engine, id: string): Promise<LockedAgent | undefined> {
  return (await lockAgents(trx, engine, [id]))[0];
}

export type Room =
  | { readonly status: "room" }
  | { readonly status: "at-capacity"; readonly capacity: number }
  | { readonly status: "channel-full"; readonly channel: string; readonly capacity: number };

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

export async function readAgent(trx: Trx, id: string): Promise<Agent> {
  const row = await trx.selectFrom("account").select(["id", "name"]).where("id", "=", id).executeTakeFirst();
  return row ?? { id, name: "" };
}
