import { AppError, type Arrival, arrivalReasons, arrivalStates } from "../../contract/index.js";
import type { Db } from "../../store/index.js";

const shownMost = 50;
const keepMs = 30 * 24 * 3_600_000;

/** What admins see of mails that came in, and what they can do about those that became nothing. */
export interface ArrivalAdmin {
  /** Those set aside first, then the newest. */
  list(): Promise<Arrival[]>;
  /** Takes it again, also where it looked as if no person had written it. Throws `mail/not-found`. */
  retry(id: string): Promise<void>;
  /** Puts away what was set aside. Throws `mail/not-found`. */
  dismiss(id: string): Promise<void>;
}

export function createArrivalAdmin({
  db,
  now,
}: {
  readonly db: Db;
  readonly now: () => number;
}): ArrivalAdmin {
  return {
    list: async () => {
      const rows = await db
        .selectFrom("arrival")
        .leftJoin("arrival_raw", "arrival_raw.arrival_id", "arrival.id")
        .selectAll("arrival")
        .select("arrival_raw.arrival_id as raw_id")
        .orderBy((eb) => eb.case().when("arrival.state", "=", "aside").then(0).else(1).end())
        .orderBy("arrival.id", "desc")
        .limit(shownMost)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        from: row.sender,
        subject: row.subject,
        state: arrivalStates.find((one) => one === row.state) ?? "waiting",
        ...withReason(row),
        ...(row.proof === null ? {} : { isProven: row.proof === "proven" }),
        size: row.size,
        arrivedAt: row.created_at,
        mayRetry: row.raw_id !== null && ["ignored", "aside"].includes(row.state),
      }));
    },
    retry: async (id) => {
      const { numUpdatedRows } = await db
        .updateTable("arrival")
        .set({
          state: "waiting",
          reason: null,
          detail: null,
          is_forced: 1,
          attempts: 0,
          next_at: now(),
          done_at: null,
        })
        .where("id", "=", id)
        .where("state", "in", ["ignored", "aside"])
        .where("id", "in", db.selectFrom("arrival_raw").select("arrival_id"))
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw notFound();
    },
    dismiss: async (id) => {
      await db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable("arrival")
          .set({ state: "ignored", done_at: now() })
          .where("id", "=", id)
          .where("state", "=", "aside")
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw notFound();
      });
    },
  };
}

function withReason(row: { readonly reason: string | null; readonly detail: string | null }) {
  const reason = arrivalReasons.find((one) => one === row.reason);
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(row.detail === null ? {} : { detail: row.detail }),
  };
}

/** Names stay as long as a mailbox may hold what they name: with them nothing is taken twice. */
export async function forgetOldArrivals(db: Db, at: number): Promise<void> {
  await db
    .deleteFrom("arrival")
    .where("state", "in", ["done", "ignored"])
    .where("done_at", "<", at - keepMs)
    .execute();
}

function notFound(): AppError {
  return new AppError("mail/not-found", "There is no such mail that could be taken.");
}
