import type { Request } from "../contract/index.js";
import { admit } from "./admission.js";
import type { LockedAgent, Room } from "./agent-room.js";
import type { Actor, Admits, Reception, Work } from "./desk.js";
import type { HandOver } from "./hand-over.js";
import { roomFor } from "./locked-floor.js";
import type { AttendanceRecord, updateRecord } from "./record.js";

export interface TransferInput {
  readonly attendanceId: string;
  readonly actor: Actor;
  readonly to: Request<"attendance:transfer">["to"];
  /** For colleagues only. */
  readonly note?: string | undefined;
}

export type TransferOutcome =
  | { readonly status: "transferred"; readonly attendance: AttendanceRecord; readonly epoch: number }
  | (Exclude<Room, { readonly status: "room" }> & { readonly name: string })
  | { readonly status: "offline" | "not-in-group"; readonly name: string }
  /** The group takes nothing new now. */
  | { readonly status: "closed"; readonly name: string; readonly opensAt: number | undefined }
  /** The account or group does not exist, or does not take attendances; or it has it already. */
  | { readonly status: "no-target" }
  /** The people of the group cannot be asked for now. */
  | { readonly status: "off"; readonly name: string }
  | { readonly status: "not-owner" | "gone" | "missing" };

/** Where it goes: how its row changes, and how the conversation moves. */
export interface Destination {
  readonly change: Parameters<typeof updateRecord>[2];
  readonly groupIds?: readonly string[];
  readonly step: Pick<HandOver, "to" | "fact" | "agent" | "notice">;
}

/** What is known of the one it is meant for. */
export interface Target {
  readonly target: LockedAgent | undefined;
  readonly online: ReadonlySet<string>;
  readonly admits: Admits;
  /** Of the group it is meant for. */
  readonly reception: Reception;
}

/** Looks up where a transfer goes, inside its transaction; when it cannot go there, the true reason. */
export async function findDestination(
  input: TransferInput,
  record: AttendanceRecord,
  doors: Target,
  work: Work<TransferOutcome>,
): Promise<Destination | TransferOutcome> {
  switch (input.to.kind) {
    case "agent":
      return toAgent(record, doors, work);
    case "group":
      return toGroup(record, input.to.id, doors, work);
    case "assistant":
      return toAssistant(input, work);
  }
}

async function toAgent(
  record: AttendanceRecord,
  { target, online }: Target,
  { trx, now }: Work<TransferOutcome>,
): Promise<Destination | TransferOutcome> {
  if (!target?.isInDesk || target.id === record.row.agent_id) return { status: "no-target" };
  const { id, name } = target;
  if (target.availability === "offline" || !online.has(id)) return { status: "offline", name };
  const room = await roomFor(trx, target, record);
  if (room.status !== "room") return { ...room, name };
  return {
    change: { agent_id: id, last_agent_id: record.row.agent_id, accept_request_id: null, accepted_at: now },
    step: {
      to: { kind: "agent", id },
      fact: "transferred",
      agent: { id, name },
      notice: { kind: "attendance-transferred", name },
    },
  };
}

async function toGroup(
  record: AttendanceRecord,
  groupId: string,
  { admits, reception }: Target,
  { trx, now }: Work<TransferOutcome>,
): Promise<Destination | TransferOutcome> {
  const group = await trx
    .selectFrom("assignment_group")
    .select("name")
    .where("id", "=", groupId)
    .executeTakeFirst();
  if (group === undefined) return { status: "no-target" };
  const { name } = group;
  const admission = await admit(trx, [groupId], { admits, openIds: reception.openIds });
  if (admission.status === "off") return { status: "off", name };
  if (admission.status === "closed") return { status: "closed", name, opensAt: reception.opensAt };
  if (admission.status !== "admitted") return { status: "no-target" };
  return {
    groupIds: [groupId],
    change: {
      phase: "logged",
      status: "pending",
      agent_id: null,
      last_agent_id: record.row.agent_id,
      accept_request_id: null,
      accepted_at: null,
      queued_at: now,
    },
    step: {
      to: { kind: "queue" },
      fact: "transferred",
      notice: { kind: "attendance-transferred", name },
    },
  };
}

function toAssistant(input: TransferInput, { now }: Work<TransferOutcome>): Destination {
  return {
    change: { phase: "closed", status: "ended", reason: input.note ?? null, closed_at: now },
    step: {
      to: { kind: "assistant" },
      fact: "returned",
      notice: { kind: "attendance-handed-back", name: input.actor.name },
    },
  };
}
