import { createReads, type Db, inPieces } from "../../store/index.js";

/** Sessions that have a socket open: those are used without being shown again. */
export interface LiveSessions {
  /** The session was just used; remembered in memory and written with the next `endedAmong`. */
  noteUse(sessionId: string): void;
  /**
   * Which of these sessions are not valid any more; for a node that was not told of an end. What was used since the
   * last call is prolonged first, so that nobody is thrown out in the middle of a talk. Cheapest with each named once.
   */
  endedAmong(sessionIds: readonly string[]): Promise<string[]>;
}

export function createLiveSessions(options: {
  readonly db: Db;
  readonly now: () => number;
  readonly sessionMs: () => number;
}): LiveSessions {
  const { db, now, sessionMs } = options;
  let used = new Set<string>();

  async function prolong(ids: readonly string[]): Promise<void> {
    const at = now();
    await db
      .updateTable("session")
      .set({ expires_at: at + sessionMs() })
      .where("id", "in", ids)
      .where("ends_at", "is", null)
      .where("expires_at", ">", at)
      .where("expires_at", "<", at + sessionMs() / 2)
      .execute();
  }

  const valid = (at: number, ids: readonly string[]) =>
    db
      .selectFrom("session")
      .innerJoin("account", "account.id", "session.account_id")
      .where("session.expires_at", ">", at)
      .where("account.active", "=", 1)
      .where("session.id", "in", ids);
  /** Asked every moment about everybody who has a socket here. */
  const counting = createReads((ids) =>
    valid(0, ids)
      .select((eb) => eb.fn.countAll<number | string>().as("count"))
      .compile(),
  );

  async function endedIn(ids: readonly string[]): Promise<string[]> {
    const at = now();
    // Almost always all are valid, and one number tells it cheaper than all their ids.
    const { rows } = await db.executeQuery(counting(ids.length, [at, 1, ...ids]));
    if (Number(rows[0]?.count) === ids.length) return [];
    const held = new Set((await valid(at, ids).select("session.id").execute()).map(({ id }) => id));
    return ids.filter((id) => !held.has(id));
  }

  return {
    noteUse: (sessionId) => {
      used.add(sessionId);
    },
    endedAmong: async (sessionIds) => {
      const noted = [...used];
      used = new Set();
      await inPieces(noted, prolong);
      const ended: string[] = [];
      await inPieces(sessionIds, async (ids) => {
        ended.push(...(await endedIn(ids)));
      });
      return ended;
    },
  };
}
