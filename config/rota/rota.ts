import { DateTime } from "luxon";
import { AppError, weekdays } from "../../contract/index.js";
import { type Rota, type Shift, shiftSchema } from "../../contract/team/index.js";
import { type Db, fromJson, newId, recordChange, type Store, toJson } from "../../store/index.js";

const minuteMs = 60_000;

/** Who is on call for a group, and when. */
export interface Rotas {
  of(groupId: string): Promise<Rota>;
  /** Refuses people who are not of the desk. */
  set(groupId: string, rota: Rota, by: string): Promise<Rota>;
}

export function createRotas({ store, now }: { store: Store; now: () => number }): Rotas {
  const { db } = store;
  return {
    of: (groupId) => read(db, groupId),
    set: (groupId, rota, by) =>
      db.transaction().execute(async (trx) => {
        const group = await trx
          .selectFrom("assignment_group")
          .select("name")
          .where("id", "=", groupId)
          .executeTakeFirst();
        if (group === undefined) throw new AppError("group/not-found", "There is no such group.");
        await refuseStrangers(trx, rota);
        const before = await read(trx, groupId);
        await write(trx, groupId, rota);
        const change = { before: { ...before }, after: { ...rota }, at: now(), by };
        await recordChange(trx, { type: "rota", id: groupId, name: group.name, ...change });
        return read(trx, groupId);
      }),
  };
}

export interface OnCall {
  readonly accountId: string;
  /** How long after the request; ms. */
  readonly afterMs: number;
}

/**
 * The people on call at a time, the primary first and each backup in its turn; of several shifts that hold at once all
 * count, and nobody waits longer than the shortest of them says.
 */
export function onCallAt(shifts: readonly Shift[], at: number): OnCall[] {
  const soonest = new Map<string, number>();
  for (const { primary, backups, escalateMinutes = 0 } of shifts.filter((shift) => holds(shift, at))) {
    for (const [turn, accountId] of [primary, ...backups].entries()) {
      const afterMs = turn * escalateMinutes * minuteMs;
      soonest.set(accountId, Math.min(afterMs, soonest.get(accountId) ?? afterMs));
    }
  }
  return [...soonest].map(([accountId, afterMs]) => ({ accountId, afterMs }));
}

function holds({ weekdays: days, from, to, timeZone }: Shift, at: number): boolean {
  const local = DateTime.fromMillis(at, { zone: timeZone });
  const clock = local.toFormat("HH:mm");
  const isOn = (day: DateTime) => {
    const name = weekdays[day.weekday - 1];
    return name !== undefined && days.includes(name);
  };
  if (from < to) return isOn(local) && clock >= from && clock < to;
  // Over midnight, or around the clock: what began yesterday holds until `to`.
  return (isOn(local) && clock >= from) || (isOn(local.minus({ days: 1 })) && clock < to);
}

async function read(db: Db, groupId: string): Promise<Rota> {
  const shifts = await db
    .selectFrom("rota_shift")
    .select("shift_json")
    .where("group_id", "=", groupId)
    .orderBy("position")
    .execute();
  return { shifts: shifts.map((row) => fromJson(shiftSchema, row.shift_json)) };
}

async function write(trx: Db, groupId: string, rota: Rota): Promise<void> {
  await trx.deleteFrom("rota_shift").where("group_id", "=", groupId).execute();
  const rows = rota.shifts.map((shift, position) => ({
    id: newId(),
    group_id: groupId,
    position,
    shift_json: toJson(shift),
  }));
  if (rows.length > 0) await trx.insertInto("rota_shift").values(rows).execute();
}

async function refuseStrangers(trx: Db, { shifts }: Rota): Promise<void> {
  const ids = [...new Set(shifts.flatMap(({ primary, backups }) => [primary, ...backups]))];
  if (ids.length === 0) return;
  const rows = await trx
    .selectFrom("account")
    .select("id")
    .where("id", "in", ids)
    .where("active", "=", 1)
    .where("role", "<>", "requester")
    .execute();
  if (rows.length !== ids.length) {
    throw new AppError("group/refused", "Only active attendants can be named here. Choose somebody else.");
  }
}
