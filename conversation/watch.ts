import type { Message } from "../contract/index.js";
import { createReads, type Db, inPieces } from "../store/index.js";
import { toMessage } from "./rows.js";

/** How many messages one read brings at most. */
const pageMessages = 200;

interface Watched {
  /** Everything up to here has been told; `undefined` until the place to start from has been read. */
  toldSeq: number | undefined;
  /** Something was committed before that place was known, and the first message of it that this node committed. */
  missed: boolean;
  missedSeq: number;
  /** As it was last looked at, or written by a message that was told. */
  updatedAt: number;
  /** As they were last looked at: they may change in the moment of a message. `undefined` until then. */
  ties: Ties | undefined;
  /** Resolves when the place to start from is known. */
  ready: Promise<void>;
  /** Reads of one conversation follow each other; however many bells ring during one, one more follows. */
  isReading: boolean;
  isToReadAgain: boolean;
}

/** Its owner's number and its ticket. */
interface Ties {
  readonly epoch: number;
  readonly ticket: string | null;
}

export interface Watch {
  /** From now on every message of this conversation is told once, in order. */
  add(conversationId: string): Promise<void>;
  remove(conversationId: string): void;
  /** A row this node has just committed. */
  committed(message: Message): void;
  /** Something may be new in a conversation: look. */
  look(conversationId: string): void;
  /** Looks at all watched conversations: finds what no bell told. */
  poll(): Promise<void>;
  /** Resolves when nothing is being read to be told. */
  idle(): Promise<void>;
}

/**
 * Tells what is committed in the conversations that somebody on this node follows: each message once, in the order of
 * `seq`, whichever node stored it (F16, F18). A hole before a message is read from the store first.
 */
export function createWatch(options: {
  readonly db: Db;
  readonly tell: (message: Message) => void;
  readonly changed: (conversationId: string) => void;
  readonly failed: (error: unknown) => void;
}): Watch {
  const { db } = options;
  const watched = new Map<string, Watched>();
  const reads = new Set<Promise<void>>();
  const rowsOf = (ids: readonly string[]) => db.selectFrom("conversation").where("id", "in", ids);
  const statesOf = (ids: readonly string[]) =>
    rowsOf(ids).select(["id", "last_seq", "updated_at", "epoch", "ticket_id"]);
  const summing = createReads((ids) =>
    rowsOf(ids)
      .select((of) => [
        of.fn.sum<number | string>("last_seq").as("seqs"),
        of.fn.sum<number | string>("updated_at").as("times"),
        of.fn.sum<number | string>("epoch").as("epochs"),
        of.fn.count<number | string>("ticket_id").as("tickets"),
      ])
      .compile(),
  );

  async function tellNew(id: string, one: Watched): Promise<void> {
    for (;;) {
      const rows = await db
        .selectFrom("message")
        .selectAll()
        .where("conversation_id", "=", id)
        .where("seq", ">", one.toldSeq ?? 0)
        .orderBy("seq")
        .limit(pageMessages)
        .execute();
      for (const row of rows) {
        // While this was being read, a committed row may have been told already.
        if (row.seq !== (one.toldSeq ?? 0) + 1) continue;
        one.toldSeq = row.seq;
        one.updatedAt = Math.max(one.updatedAt, row.sent_at);
        options.tell(toMessage(row));
      }
      if (rows.length < pageMessages) return;
    }
  }

  function look(id: string): void {
    const one = watched.get(id);
    if (one === undefined) return;
    if (one.toldSeq === undefined) {
      one.missed = true;
      return;
    }
    one.isToReadAgain = true;
    if (one.isReading) return;
    one.isReading = true;
    const done = readUp(id, one).finally(() => reads.delete(done));
    reads.add(done);
  }

  async function readUp(id: string, one: Watched): Promise<void> {
    try {
      while (one.isToReadAgain) {
        one.isToReadAgain = false;
        await tellNew(id, one);
      }
    } catch (error) {
      options.failed(error);
    } finally {
      one.isReading = false;
    }
  }

  /** What is committed while this reads is noticed (D8), and told once the place is known. */
  async function findPlace(id: string, one: Watched): Promise<void> {
    try {
      const row = await statesOf([id]).executeTakeFirst();
      one.toldSeq = Math.min(row?.last_seq ?? 0, one.missedSeq - 1);
      one.updatedAt = row?.updated_at ?? 0;
      one.ties = row === undefined ? undefined : tiesOf(row);
      if (one.missed) look(id);
    } catch (error) {
      // Without a place nothing would ever be told: whoever comes next tries again.
      if (watched.get(id) === one) watched.delete(id);
      throw error;
    }
  }

  /**
   * Whether these talks stand as this node knows them. Each number of a talk only ever grows, so that their sums tell it:
   * almost always nothing is new, and thousands of rows would be read to find that out.
   */
  async function areAsKnown(ids: readonly string[]): Promise<boolean> {
    const { rows } = await db.executeQuery(summing(ids.length, ids));
    const known = { seqs: 0, times: 0, epochs: 0, tickets: 0 };
    for (const id of ids) {
      const one = watched.get(id);
      if (one?.toldSeq === undefined || one.ties === undefined) return false;
      known.seqs += one.toldSeq;
      known.times += one.updatedAt;
      known.epochs += one.ties.epoch;
      known.tickets += one.ties.ticket === null ? 0 : 1;
    }
    const [stored] = rows;
    return (["seqs", "times", "epochs", "tickets"] as const).every(
      (name) => Number(stored?.[name]) === known[name],
    );
  }

  return {
    look,
    idle: async () => {
      await Promise.all(reads);
    },
    add: (id) => {
      const present = watched.get(id);
      // Not before the place is known: what is committed until then would be told to nobody.
      if (present !== undefined) return present.ready;
      const one: Watched = {
        toldSeq: undefined,
        missed: false,
        missedSeq: Number.POSITIVE_INFINITY,
        updatedAt: 0,
        ties: undefined,
        ready: Promise.resolve(),
        isReading: false,
        isToReadAgain: false,
      };
      watched.set(id, one);
      one.ready = findPlace(id, one);
      return one.ready;
    },
    remove: (id) => {
      watched.delete(id);
    },
    committed: (message) => {
      const one = watched.get(message.conversationId);
      if (one === undefined) return;
      if (one.toldSeq === undefined) {
        one.missed = true;
        one.missedSeq = Math.min(one.missedSeq, message.seq);
        return;
      }
      if (message.seq > one.toldSeq + 1) return look(message.conversationId);
      if (message.seq <= one.toldSeq) return;
      one.toldSeq = message.seq;
      one.updatedAt = Math.max(one.updatedAt, message.sentAt);
      options.tell(message);
    },
    poll: () =>
      inPieces([...watched.keys()], async (ids) => {
        if (await areAsKnown(ids)) return;
        for (const row of await statesOf(ids).execute()) {
          const one = watched.get(row.id);
          if (one === undefined) continue;
          if (row.last_seq > (one.toldSeq ?? 0)) look(row.id);
          // Who ends a talk writes a line into it and gives it another owner, and perhaps hears of neither (F10).
          const ties = tiesOf(row);
          const isOther = row.updated_at > one.updatedAt || !areSame(ties, one.ties);
          if (isOther && one.ties !== undefined) options.changed(row.id);
          one.updatedAt = Math.max(one.updatedAt, row.updated_at);
          one.ties = ties;
        }
      }),
  };
}

function tiesOf(row: { readonly epoch: number; readonly ticket_id: string | null }): Ties {
  return { epoch: row.epoch, ticket: row.ticket_id };
}

function areSame(some: Ties, others: Ties | undefined): boolean {
  return some.epoch === others?.epoch && some.ticket === others.ticket;
}
