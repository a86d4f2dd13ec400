import { fingerprintOf, type MailSource, mayAnswer, parseMail } from "../../config/index.js";
import { AppError, type ArrivalReason, type MailboxView } from "../../contract/index.js";
import { loop } from "../../conversation/index.js";
import { newId, type Store } from "../../store/index.js";
import { type ArrivalAdmin, createArrivalAdmin, forgetOldArrivals } from "./arrival-admin.js";
import { claimArrival, dueArrivals, endArrivalIn, keepArrivalIn, putOff, rawOf } from "./arrival-rows.js";
import { languageFor } from "./find-sender.js";
import { createHold } from "./hold.js";
import { mailAnswers } from "./mail-answers.js";
import type { MailParts } from "./mail-parts.js";
import { readMailbox } from "./mailbox-rows.js";
import { type KeepLetter, type ReaderOptions, readMailboxUntil } from "./read-mailbox.js";
import { writeReceiptIn } from "./receipts.js";
import { takeArrival } from "./take-arrival.js";

const atOnce = 10;
const triesMost = 12;
const firstPauseMs = 2000;
const longestPauseMs = 600_000;
const holdMs = 60_000;
const lookEveryMs = 1000;
const forgetEveryMs = 3_600_000;

/** The way in for mail: what came over IMAP or HTTP is kept first, then taken, each mail once. */
export interface Mailbox extends ArrivalAdmin {
  /** The largest mail that is taken, bytes. */
  readonly maxBytes: number;
  /** Keeps a mail that came some other way; answers whether it is new. Throws `request/too-large`. */
  arrived(raw: Buffer): Promise<boolean>;
  /** Takes what has come, and mails what the assistant has answered. */
  look(): Promise<void>;
  /** Reads the mailbox of `IMAP_URL` and looks every second, until the signal. */
  run(upkeep: Parameters<typeof loop>[2]): Promise<void>;
  view(): Promise<MailboxView>;
}

export interface MailboxOptions extends MailParts {
  readonly source: MailSource | undefined;
  readonly onAway: (reason: string) => void;
  readonly failed: (error: unknown) => void;
  readonly pauses?: ReaderOptions["pauses"] | undefined;
}

export function createMailbox(options: MailboxOptions): Mailbox {
  const { store, now, settings, source, failed } = options;
  const { db } = store;
  const { maxBytes } = settings;
  const hold = createHold({ db, name: "mailbox", holder: newId(), forMs: holdMs, now });
  const look = once(lookNow);

  const keep: KeepLetter = async (trx, { raw, size, isWhole }) => {
    if (isWhole) {
      await keepArrivalIn(trx, { name: fingerprintOf(raw), source: "imap", size, raw }, now());
      return;
    }
    await keepHeadIn(options, trx, { raw, size });
  };

  async function lookNow(): Promise<void> {
    for (const arrival of await dueArrivals(db, "waiting", now(), atOnce)) {
      if (await claimArrival(db, arrival, now())) await takeOne(arrival);
    }
    await mailAnswers(options);
  }

  async function takeOne(arrival: Parameters<typeof takeArrival>[1]): Promise<void> {
    const raw = await rawOf(db, arrival.id);
    try {
      if (raw === undefined) return await setAside(db, arrival.id, { reason: "unreadable", at: now() });
      await takeArrival(options, arrival, raw);
    } catch (error) {
      failed(error);
      const detail = error instanceof Error ? error.message : String(error);
      if (arrival.attempts + 1 >= triesMost) {
        return setAside(db, arrival.id, { reason: "failed", detail, at: now() });
      }
      const pauseMs = Math.min(firstPauseMs * 2 ** arrival.attempts, longestPauseMs);
      await putOff(db, arrival.id, { at: now() + pauseMs, detail });
    }
  }

  async function read(signal: AbortSignal): Promise<void> {
    if (source === undefined) return;
    const { onAway, pauses } = options;
    const kept = () => void look().catch(failed);
    await readMailboxUntil(signal, { store, source, hold, keep, kept, maxBytes, now, onAway, pauses });
  }

  return {
    ...createArrivalAdmin({ db, now }),
    maxBytes,
    arrived: async (raw) => {
      if (raw.length > maxBytes) throw tooLarge(maxBytes);
      const arrival = { name: fingerprintOf(raw), source: "http" as const, size: raw.length, raw };
      const id = await db.transaction().execute((trx) => keepArrivalIn(trx, arrival, now()));
      return id !== undefined;
    },
    look,
    run: async (upkeep) => {
      await Promise.all([
        read(upkeep.signal),
        loop(lookEveryMs, look, upkeep),
        loop(forgetEveryMs, () => forgetOldArrivals(db, now()), upkeep),
      ]);
    },
    view: () => viewOf(options),
  };
}

/** Two looks of one node at once would only take turns in waiting. */
function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isWanted = false;
  const start = async (): Promise<void> => {
    do {
      isWanted = false;
      await run();
    } while (isWanted);
  };
  return () => {
    isWanted = true;
    running ??= start().finally(() => {
      running = undefined;
    });
    return running;
  };
}

async function setAside(
  db: Store["db"],
  id: string,
  why: { readonly reason: ArrivalReason; readonly detail?: string; readonly at: number },
): Promise<void> {
  await db
    .transaction()
    .execute((trx) => endArrivalIn(trx, { id, from: "waiting" }, { state: "aside", ...why }));
}

/** A mail that is too large to keep, or that the server cannot give: its headers tell the admin which one it is. */
async function keepHeadIn(
  parts: MailParts,
  trx: Store["db"],
  letter: { readonly raw: Buffer; readonly size: number },
): Promise<void> {
  const { raw, size } = letter;
  const { maxBytes } = parts.settings;
  const head = await parseMail(raw).catch(() => undefined);
  const reason = size > maxBytes ? ("too-large" as const) : ("unreadable" as const);
  const name = raw.length === 0 ? `lost-${newId()}` : `${fingerprintOf(raw)}-head`;
  const { sender = "", subject = "" } = head ?? {};
  const id = await keepArrivalIn(
    trx,
    { name, source: "imap", size, raw: undefined, sender, subject, aside: { reason } },
    parts.now(),
  );
  if (id === undefined || head === undefined || reason !== "too-large" || !mayAnswer(head)) return;
  const locale = await languageFor(parts, subject);
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  await writeReceiptIn(
    trx,
    parts.mailer,
    { address: sender, locale, subject, say: (words) => words.tooLarge(megabytes) },
    parts.now(),
  );
}

async function viewOf({ store, source, settings }: MailboxOptions): Promise<MailboxView> {
  const { db } = store;
  const admin = createArrivalAdmin({ db, now: () => 0 });
  const [row, items, aside, last] = await Promise.all([
    readMailbox(db),
    admin.list(),
    db
      .selectFrom("arrival")
      .select((eb) => eb.fn.countAll().as("count"))
      .where("state", "=", "aside")
      .executeTakeFirstOrThrow(),
    db.selectFrom("arrival").select("created_at").orderBy("id", "desc").limit(1).executeTakeFirst(),
  ]);
  const state = source === undefined ? "off" : row?.state === "connected" ? "connected" : "away";
  return {
    state,
    ...(state === "away" && row?.reason != null ? { reason: row.reason } : {}),
    ...(settings.replies === undefined ? {} : { address: settings.replies.address }),
    ...(row?.looked_at == null || source === undefined ? {} : { lookedAt: row.looked_at }),
    ...(last === undefined ? {} : { lastArrivedAt: last.created_at }),
    aside: Number(aside.count),
    items,
  };
}

function tooLarge(maxBytes: number): AppError {
  return new AppError("request/too-large", `A mail has at most ${Math.floor(maxBytes / 1024 / 1024)} MB.`, {
    details: { maxBytes },
  });
}
