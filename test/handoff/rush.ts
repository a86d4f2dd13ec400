import type { Principal } from "../../contract/index.js";
import type { AcceptOutcome, Handoff } from "../../handoff/index.js";
import { newId } from "../../store/index.js";
import type { TestDesk } from "./test-desk.js";

export interface Rush {
  /** Attendance id → the agents who were told that they have it. */
  readonly winners: Map<string, Set<string>>;
  /** Answers by status. */
  readonly answers: Map<string, number>;
}

/**
 * Agents that all at once pick from the queue they see until they are full or nothing is left; every accept is sent
 * twice, as a client does that lost its connection.
 */
export async function rush(options: {
  readonly agents: readonly Principal[];
  readonly nodes: readonly Handoff[];
  /** Picks which of the shown attendances an agent tries. */
  readonly pick: (shown: number) => number;
  /** Runs after each win. */
  readonly won?: (total: number) => Promise<void>;
}): Promise<Rush> {
  const { agents, nodes, pick } = options;
  const result: Rush = { winners: new Map(), answers: new Map() };

  async function tryOne(agent: Principal, handoff: Handoff, attendanceId: string): Promise<AcceptOutcome[]> {
    const wish = { attendanceId, agent, requestId: newId() };
    const twice = await Promise.all([handoff.accept(wish), handoff.accept(wish)]);
    for (const { status } of twice) result.answers.set(status, (result.answers.get(status) ?? 0) + 1);
    if (twice.some(({ status }) => status === "accepted")) {
      const known = result.winners.get(attendanceId) ?? new Set();
      result.winners.set(attendanceId, known.add(agent.accountId));
      await options.won?.(result.winners.size);
    }
    return twice;
  }

  async function work(agent: Principal, handoff: Handoff): Promise<void> {
    for (;;) {
      const shown = (await handoff.reads.waitingFor(agent)).map(({ id }) => id);
      if (shown.length === 0) return;
      // What is shown grows old while others accept: a few tries, then a fresh look.
      for (let tries = 0; tries < 3 && shown.length > 0; tries += 1) {
        const [wanted = ""] = shown.splice(pick(shown.length), 1);
        const answers = await tryOne(agent, handoff, wanted);
        if (answers.some(({ status }) => status === "at-capacity")) return;
      }
    }
  }

  const workers = agents.map((agent, at) => {
    const node = nodes[at % nodes.length];
    return node === undefined ? undefined : work(agent, node);
  });
  await Promise.all(workers);
  return result;
}

/** How many attendances each agent has, by the store. */
export async function heldByEach(desk: TestDesk): Promise<number[]> {
  const rows = await desk.store.db
    .selectFrom("attendance")
    .select((of) => of.fn.countAll<number>().as("held"))
    .where("phase", "=", "accepted")
    .groupBy("agent_id")
    .execute();
  return rows.map((row) => Number(row.held));
}

/** Numbers that look random and are the same in every run. */
export function createDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
