import { setTimeout as wait } from "node:timers/promises";
import type { MailSource, OpenMailbox } from "../../config/index.js";
import type { Store } from "../../store/index.js";
import type { Hold } from "./hold.js";
import { type MailboxRow, moveOnIn, noteLook, noteState, readMailbox } from "./mailbox-rows.js";

/** A letter to keep inside the transaction that also notes that it was read. */
export type KeepLetter = (
  trx: Store["db"],
  letter: { readonly raw: Buffer; readonly size: number; readonly isWhole: boolean },
) => Promise<void>;

export interface ReaderOptions {
  readonly store: Store;
  readonly source: MailSource;
  readonly hold: Hold;
  readonly keep: KeepLetter;
  /** Told after each letter that was kept. */
  readonly kept: () => void;
  readonly maxBytes: number;
  readonly now: () => number;
  /** Told why the mailbox could not be read; it is tried again. */
  readonly onAway: (reason: string) => void;
  /** Shorter in tests. */
  readonly pauses?: Partial<Pauses> | undefined;
}

interface Pauses {
  /** Between looks for the right to read, while another node has it. */
  readonly standByMs: number;
  /** At most between two looks, though the server tells of nothing. */
  readonly lookMs: number;
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
}

const usualPauses: Pauses = {
  standByMs: 10_000,
  lookMs: 20_000,
  firstRetryMs: 1000,
  longestRetryMs: 300_000,
};
/** A mailbox whose numbers began anew may hold what came since the last look; a clock may be wrong by a day. */
const lookBackMs = 24 * 3_600_000;
/** A letter that the server cannot give stands in the way of those after it no longer than that. */
const triesMost = 3;

/** Reads the mailbox until the signal: one node at a time, from where any node has stopped. Never throws. */
export async function readMailboxUntil(signal: AbortSignal, options: ReaderOptions): Promise<void> {
  const { store, hold, now, onAway } = options;
  const pauses = { ...usualPauses, ...options.pauses };
  const failures = new Map<number, number>();
  let retryMs = pauses.firstRetryMs;
  const rest = (ms: number) => wait(ms, undefined, { signal, ref: false }).catch(() => undefined);
  while (!signal.aborted) {
    let mailbox: OpenMailbox | undefined;
    try {
      if (!(await hold.take())) {
        await rest(pauses.standByMs);
        continue;
      }
      mailbox = await options.source(signal);
      await noteState(store.db, { state: "connected" }, now());
      retryMs = pauses.firstRetryMs;
      while (!signal.aborted && (await hold.take())) {
        await readNew(mailbox, { ...options, failures }, signal);
        await mailbox.waitForNews(pauses.lookMs);
      }
    } catch (error) {
      if (signal.aborted) break;
      const reason = error instanceof Error ? error.message : String(error);
      onAway(reason);
      await noteState(store.db, { state: "away", reason }, now()).catch(() => undefined);
      await rest(retryMs);
      retryMs = Math.min(retryMs * 2, pauses.longestRetryMs);
    } finally {
      mailbox?.close();
    }
  }
  await hold.release().catch(() => undefined);
}

type Reading = ReaderOptions & { readonly failures: Map<number, number> };

/** Keeps every letter that has come since; each together with the note that it was read. */
async function readNew(mailbox: OpenMailbox, reading: Reading, signal: AbortSignal): Promise<void> {
  const { store, now } = reading;
  const at = now();
  const row = await readMailbox(store.db);
  const { uidValidity } = mailbox;
  const isKnown = row?.uid_validity === uidValidity;
  for (const uid of await findNew(mailbox, row)) {
    if (signal.aborted) return;
    await keepOne(mailbox, uid, { ...reading, movesOn: isKnown });
  }
  // What was there before, read by somebody and answered by hand, stays theirs. Only when all the rest is kept: whoever
  // stops before that begins anew.
  if (!isKnown) await moveOnIn(store.db, { uidValidity, uid: mailbox.uidNext - 1 });
  await noteLook(store.db, at);
}

function findNew(mailbox: OpenMailbox, row: MailboxRow | undefined): Promise<number[]> {
  if (row?.uid_validity === mailbox.uidValidity) return mailbox.find({ after: row.last_uid });
  if (row?.looked_at == null) return mailbox.find("unseen");
  return mailbox.find({ since: new Date(row.looked_at - lookBackMs) });
}

async function keepOne(
  mailbox: OpenMailbox,
  uid: number,
  reading: Reading & { readonly movesOn: boolean },
): Promise<void> {
  const { store, failures, maxBytes } = reading;
  const letter = await mailbox.read(uid, maxBytes).catch((error: unknown) => {
    const count = (failures.get(uid) ?? 0) + 1;
    failures.set(uid, count);
    if (count < triesMost) throw error;
    return { raw: Buffer.alloc(0), size: 0, isWhole: false };
  });
  await store.db.transaction().execute(async (trx) => {
    if (letter !== undefined) await reading.keep(trx, letter);
    if (reading.movesOn) await moveOnIn(trx, { uidValidity: mailbox.uidValidity, uid });
  });
  failures.delete(uid);
  if (letter === undefined) return;
  reading.kept();
  // For people who look into the mailbox; the desk itself goes by numbers.
  await mailbox.markSeen(uid).catch(() => undefined);
}
