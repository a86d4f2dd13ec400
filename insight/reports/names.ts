import { sql } from "kysely";
import type { ReportChoices } from "../../contract/index.js";
import type { Db } from "../../store/index.js";

/** All groups, and everybody who works on the desk or has worked on it. */
export async function readNames(db: Db): Promise<Pick<ReportChoices, "groups" | "agents">> {
  const groups = await db.selectFrom("assignment_group").select(["id", "name"]).orderBy("name").execute();
  const agents = await db
    .selectFrom("account")
    .select(["id", "name"])
    .where("role", "<>", "requester")
    .orderBy("name")
    .execute();
  return { groups, agents };
}

/** The channels people have talked on; found by jumping from each to the next, not by reading every talk. */
export async function readChannels(db: Db): Promise<string[]> {
  const { rows } = await sql<{ channel: string | null }>`with recursive c(channel) as (
      select min(channel) from conversation
      union all select (select min(n.channel) from conversation n where n.channel > c.channel) from c
        where c.channel is not null)
    select channel from c where channel is not null`.execute(db);
  return rows.flatMap(({ channel }) => (channel === null ? [] : [channel]));
}
