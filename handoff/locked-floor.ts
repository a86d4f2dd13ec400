import { type GroupRouting, groupRoutingSchema } from "../contract/index.js";
import type { Trx } from "../conversation/index.js";
import { createShapes, type Engine, fromJson, listOf } from "../store/index.js";
import { type LockedAgent, lockAgents, type Room } from "./agent-room.js";
import { type AttendanceRecord, lockRecords } from "./record.js";
import { readHeld } from "./routing/floor.js";

/** What giving attendances to agents depends on, while all of it is locked. One opinion for one accept and for many. */
export interface Floor {
  readonly agents: ReadonlyMap<string, LockedAgent>;
  readonly records: ReadonlyMap<string, AttendanceRecord>;
  /** The groups of each agent, whatever a session remembers (S1-3), with the rules of those that have any. */
  readonly groups: ReadonlyMap<string, ReadonlyMap<string, GroupRouting | undefined>>;
  /** How many each agent has on each channel; one count under no name where no group asks for channels. */
  readonly held: Map<string, Map<string, number>>;
  /** By conversation; only where a group asks for it. */
  readonly channels: ReadonlyMap<string, string>;
}

/** Locks agents, then attendances, each in the order of their ids, and reads what belongs to them. */
export async function lockFloor(
  trx: Trx,
  engine: Engine,
  ids: { readonly agentIds: readonly string[]; readonly attendanceIds: readonly string[] },
): Promise<Floor> {
  const agents = await lockAgents(trx, engine, [...new Set(ids.agentIds)]);
  const records = await lockRecords(trx, engine, [...new Set(ids.attendanceIds)]);
  return readFloor(trx, agents, records);
}

/** The same of what the caller has locked. */
export async function readFloor(
  trx: Trx,
  agents: readonly LockedAgent[],
  records: readonly AttendanceRecord[],
): Promise<Floor> {
  const agentIds = agents.map(({ id }) => id);
  const groups = await readMemberships(trx, agentIds);
  const limits = [...groups.values()].flatMap((own) => [...own.values()].map(limitsOf));
  const isByChannel = limits.some((limit) => Object.keys(limit ?? {}).length > 0);
  return {
    agents: new Map(agents.map((agent) => [agent.id, agent])),
    records: new Map(records.map((record) => [record.row.id, record])),
    groups,
    held: isByChannel ? await readHeld(trx, agentIds) : await countHeld(trx, agentIds),
    channels: isByChannel ? await readChannels(trx, records) : new Map(),
  };
}

export function isMember({ groups }: Floor, agentId: string, groupIds: readonly string[]): boolean {
  const own = groups.get(agentId);
  return own !== undefined && groupIds.some((id) => own.has(id));
}

/** Whether one of the groups in which the agent is lets its agents pick. */
export function picksIn({ groups }: Floor, agentId: string, groupIds: readonly string[]): boolean {
  const own = groups.get(agentId);
  return groupIds.some((id) => own?.has(id) && (own.get(id)?.giving ?? "pull") === "pull");
}

/** Whether an agent can take this one more: within their own capacity, and that of its channel. */
export function roomOn(floor: Floor, agent: LockedAgent, record: AttendanceRecord): Room {
  const held = floor.held.get(agent.id) ?? new Map<string, number>();
  const all = [...held.values()].reduce((sum, count) => sum + count, 0);
  if (all >= agent.capacity) return { status: "at-capacity", capacity: agent.capacity };
  const limit = channelLimit(floor, agent, record);
  if (limit === undefined || (held.get(limit.channel) ?? 0) < limit.capacity) return { status: "room" };
  return { status: "channel-full", ...limit };
}

/** The same of one agent and one attendance that the caller has locked. */
export async function roomFor(trx: Trx, agent: LockedAgent, record: AttendanceRecord): Promise<Room> {
  return roomOn(await readFloor(trx, [agent], [record]), agent, record);
}

/** From now on the agent has this one too. */
export function noteGiven(floor: Floor, agent: LockedAgent, record: AttendanceRecord): void {
  const held = floor.held.get(agent.id) ?? new Map<string, number>();
  const channel = channelOf(floor, record);
  floor.held.set(agent.id, held.set(channel, (held.get(channel) ?? 0) + 1));
}

/** The most generous of the groups through which the agent may have it; `undefined` when one of them sets no limit. */
function channelLimit(
  floor: Floor,
  agent: LockedAgent,
  record: AttendanceRecord,
): { readonly channel: string; readonly capacity: number } | undefined {
  const own = floor.groups.get(agent.id);
  const through = record.groupIds.filter((id) => own?.has(id));
  const channel = channelOf(floor, record);
  const capacities = through.flatMap((id) => limitsOf(own?.get(id))?.[channel] ?? []);
  if (through.length === 0 || capacities.length < through.length) return undefined;
  return { channel, capacity: Math.max(...capacities) };
}

function channelOf({ channels }: Floor, { row }: AttendanceRecord): string {
  return channels.get(row.conversation_id) ?? "";
}

function limitsOf(routing: GroupRouting | undefined): GroupRouting["channelCapacity"] | undefined {
  return routing?.channelCapacity;
}

const belonging = createShapes<{ account_id: string; group_id: string; routing_json: string | null }>(
  (count) => `select account_id, group_id, routing_json
    from membership join assignment_group on assignment_group.id = membership.group_id
    where account_id in (${listOf(count)})`,
);
const holding = createShapes<{ agent_id: string; held: number }>(
  (count) => `select agent_id, count(*) as held from attendance
    where agent_id in (${listOf(count)}) and phase = 'accepted' group by agent_id`,
);

async function readMemberships(trx: Trx, agentIds: readonly string[]): Promise<Floor["groups"]> {
  const groups = new Map<string, Map<string, GroupRouting | undefined>>();
  if (agentIds.length === 0) return groups;
  const { rows } = await trx.executeQuery(belonging(agentIds.length, [...agentIds]));
  const rules = new Map<string, GroupRouting>();
  for (const { account_id: agentId, group_id: groupId, routing_json: json } of rows) {
    if (json !== null && !rules.has(groupId)) rules.set(groupId, fromJson(groupRoutingSchema, json));
    const own = groups.get(agentId) ?? new Map<string, GroupRouting | undefined>();
    groups.set(agentId, own.set(groupId, rules.get(groupId)));
  }
  return groups;
}

async function countHeld(trx: Trx, agentIds: readonly string[]): Promise<Floor["held"]> {
  if (agentIds.length === 0) return new Map();
  const { rows } = await trx.executeQuery(holding(agentIds.length, [...agentIds]));
  return new Map(rows.map(({ agent_id: id, held }) => [id, new Map([["", Number(held)]])]));
}

async function readChannels(trx: Trx, records: readonly AttendanceRecord[]): Promise<Floor["channels"]> {
  const ids = records.map(({ row }) => row.conversation_id);
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom("conversation")
    .select(["id", "channel"])
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.channel]));
}
