import type { Db, Row, Store } from "../../store/index.js";
import { forgetThere } from "./forget-there.js";
import { type Call, createPause } from "../outgoing/index.js";
import { type Connect, connectDesk, mappingOf } from "./connect.js";
import { claimLink, dueLinks, endRun, failRun, type LinkRow, noteNews } from "./links.js";
import { type SyncParts, settleMs, syncTicket } from "./sync-ticket.js";
import { DeskError, type OtherTicketDesk } from "./ticket-desk.js";

/** What is read there without being told of: no webhook need be set up. */
const lookEveryMs = 30_000;
const pauseMs = createPause({ firstMs: 5000, longestMs: 300_000 });
/** A ticket over which the other desk breaks so often is put aside for somebody to look at. */
const triesMost = 10;
const atOnce = 20;

export interface MirrorOptions
  extends Pick<SyncParts, "store" | "tickets" | "files" | "linkTo" | "now" | "tellIn"> {
  readonly store: Store;
  readonly call: Call;
  readonly failed: (error: unknown) => void;
  readonly connect?: Connect;
  /** 0 to 1. */
  readonly random?: () => number;
}

/** Keeps tickets the same here and at the desk of another house, whichever of the two is away meanwhile. */
export interface Mirror {
  /** Begins what is due, unless it is under way; run it every second. Of several nodes one works on each ticket. */
  look(): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Breaks off what is under way; it is taken up again later. */
  stop(): Promise<void>;
}

type DeskRow = Row<"other_desk">;

export function createMirror(options: MirrorOptions): Mirror {
  const { store, now, call, connect = connectDesk, random = Math.random } = options;
  const { db } = store;
  const stopping = new AbortController();
  let running: Promise<void> | undefined;

  async function work(desk: DeskRow): Promise<void> {
    const other = connect(desk, { call, now, signal: stopping.signal });
    try {
      await readNews(desk, other);
      await syncDue(desk, other);
      await forgetThere(db, desk.id, other);
      if (desk.tries > 0) await noteReached(db, desk.id);
    } catch (error) {
      if (stopping.signal.aborted) return;
      if (!(error instanceof DeskError)) throw error;
      await noteAway(desk, error);
    } finally {
      await other.close().catch(() => undefined);
    }
  }

  async function readNews(desk: DeskRow, other: OtherTicketDesk): Promise<void> {
    if (!(await claimLook(db, desk, now()))) return;
    const { changed, lookedTo } = await other.news(desk.looked_to ?? undefined);
    for (const { id, updated } of changed) {
      await noteNews(db, { deskId: desk.id, remoteId: id, updated, at: now() });
    }
    await db
      .updateTable("other_desk")
      .set({ looked_to: lookedTo ?? null })
      .where("id", "=", desk.id)
      .execute();
  }

  /** One after the other: the desk of others is not to be hurried. */
  async function syncDue(desk: DeskRow, other: OtherTicketDesk): Promise<void> {
    const parts = { ...options, other, desk, mapping: mappingOf(desk) };
    while (!stopping.signal.aborted) {
      const due = await dueLinks(db, { deskId: desk.id, at: now(), limit: atOnce });
      if (due.length === 0) return;
      for (const { ticket_id } of due) {
        if (stopping.signal.aborted) return;
        const link = await claimLink(db, ticket_id, now());
        if (link !== undefined) await run(parts, link);
      }
    }
  }

  async function run(parts: SyncParts, link: LinkRow): Promise<void> {
    try {
      await syncTicket(parts, link);
      await endRun(db, link, now());
    } catch (error) {
      const failure = error instanceof DeskError ? error : toFailure(error);
      const nextAt = now() + (failure.isUnsure ? settleMs : 0);
      if (stopping.signal.aborted || failure.kind === "away") {
        await failRun(db, link, { isStuck: false, reason: null, nextAt });
        throw failure;
      }
      const tries = link.tries + 1;
      const isStuck = failure.kind !== "failed" || tries >= triesMost;
      const later = now() + pauseMs(tries, random());
      await failRun(db, link, { isStuck, reason: failure.message, nextAt: Math.max(nextAt, later) });
    }
  }

  /** A fault of ours over one ticket must not hold up the others. */
  function toFailure(error: unknown): DeskError {
    if (!stopping.signal.aborted) options.failed(error);
    return new DeskError("failed", "Something went wrong here; the log tells what.", { cause: error });
  }

  async function noteAway(desk: DeskRow, error: DeskError): Promise<void> {
    const tries = desk.tries + 1;
    await db
      .updateTable("other_desk")
      .set({
        tries,
        try_at: now() + Math.max(pauseMs(tries, random()), error.afterMs ?? 0),
        away_since: desk.away_since ?? now(),
        reason: error.message,
      })
      .where("id", "=", desk.id)
      .execute();
  }

  return {
    look: async () => {
      if (running !== undefined || stopping.signal.aborted) return;
      const desk = await findDesk(db, now());
      if (desk === undefined) return;
      running = work(desk)
        .catch(options.failed)
        .finally(() => {
          running = undefined;
        });
    },
    idle: async () => {
      await running;
    },
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

function findDesk(db: Db, at: number): Promise<DeskRow | undefined> {
  return db
    .selectFrom("other_desk")
    .selectAll()
    .where("active", "=", 1)
    .where("try_at", "<=", at)
    .executeTakeFirst();
}

/** Of several nodes one reads what changed there. */
async function claimLook(db: Db, desk: DeskRow, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("other_desk")
    .set({ look_at: at + lookEveryMs })
    .where("id", "=", desk.id)
    .where("look_at", "<=", at)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function noteReached(db: Db, id: string): Promise<void> {
  const reached = { tries: 0, try_at: 0, away_since: null, reason: null };
  await db.updateTable("other_desk").set(reached).where("id", "=", id).execute();
}
