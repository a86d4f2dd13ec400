import {
  type GroupRouting,
  groupRoutingSchema,
  type Principal,
  type WhatIf,
} from "../../../contract/index.js";
import { type Engine, newId } from "../../../store/index.js";
import { openTestRedis, type TestRedis } from "../../support/redis.js";
import { type NodeOptions, openTestDesk, type TestDesk } from "../test-desk.js";

export interface PushDesk extends TestDesk {
  /** A new agent of the service desk who is connected. */
  addAgent(name: string, options?: AgentOptions): Promise<Principal>;
  route(settings: Partial<GroupRouting>, groupId?: string): Promise<void>;
  /** Who is asked for which attendance now. */
  offers(): Promise<ReadonlyMap<string, string>>;
  /** Lets time pass and gives out what is due. */
  pass(ms: number): Promise<void>;
  discard(): Promise<void>;
}

export interface AgentOptions {
  readonly capacity?: number;
  readonly groupIds?: readonly string[];
  readonly skills?: readonly string[];
  readonly languages?: readonly string[];
  readonly isOnline?: boolean;
}

export type QueueKind = "redis" | "embedded";

/** A desk whose first group gives out its conversations by itself. */
export async function openPushDesk(
  engine: Engine,
  { queue = "embedded", ...options }: NodeOptions & { readonly queue?: QueueKind } = {},
): Promise<PushDesk> {
  const redis: TestRedis | undefined = queue === "redis" ? await openTestRedis() : undefined;
  const desk = await openTestDesk(engine, redis === undefined ? options : { ...options, redis });
  const { handoff, store, clock, groups } = desk;

  const route: PushDesk["route"] = async (settings, groupId = groups.desk) => {
    await handoff.routing.saveGroup(groupId, groupRoutingSchema.parse(settings), newId());
    await handoff.settled();
  };
  await route({ giving: "push", offerSeconds: 30 });

  return {
    ...desk,
    route,
    addAgent: async (name, { isOnline = true, skills = [], languages = [], ...agent } = {}) => {
      const person = await desk.addPerson(name, { role: "agent", groupIds: [groups.desk], ...agent });
      await store.db
        .updateTable("account")
        .set({ skills_json: JSON.stringify(skills), languages_json: JSON.stringify(languages) })
        .where("id", "=", person.accountId)
        .execute();
      if (isOnline) await handoff.people.connected(person.accountId, newId());
      await handoff.settled();
      return person;
    },
    offers: async () => {
      await handoff.settled();
      const rows = await store.db
        .selectFrom("attendance")
        .select(["id", "offered_to"])
        .where("phase", "=", "logged")
        .where("offered_to", "is not", null)
        .execute();
      return new Map(rows.map((row) => [row.id, row.offered_to ?? ""]));
    },
    pass: async (ms) => {
      clock.now += ms;
      await handoff.route();
      await handoff.settled();
    },
    discard: async () => {
      await handoff.settled();
      await desk.discard();
      await redis?.close();
    },
  };
}

export function question(of: Partial<WhatIf> & { fallbackGroupId: string | undefined }) {
  return { language: "en" as const, skills: [], channel: "web", agents: [], ...of };
}
