import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../store/index.js";
import { toCounted } from "./attendances.js";
import { type Breakdown, type Counted, dateOf, dayOf, hourOf, type ReportScope } from "./scope.js";

/** The line of what was open when the period began; no day has this number. */
const beforeDay = -1;

/**
 * Opened and settled in the period, and how many were open: at the end of each day, or at the end of the period. A
 * ticket is settled when it was resolved, closed or canceled and has not been taken up again since.
 */
export async function countTickets(db: Db, scope: ReportScope, by: Breakdown): Promise<Counted[]> {
  const { start, end } = scope.period;
  const open = by === "day" ? start : end;
  const { rows } = await sql<Record<string, unknown>>`with t as (${ofTickets(scope)})
    select key, sum(opened) as opened, sum(settled) as settled, sum(backlog) as backlog from (
      select ${keyOf(scope, by, "t.created_at")} as key, 1 as opened, 0 as settled, 0 as backlog from t
        where t.created_at >= ${start}
      union all select ${keyOf(scope, by, "t.settled_at")}, 0, 1, 0 from t
        where t.settled_at >= ${start} and t.settled_at < ${end}
      union all select ${by === "day" ? sql.lit(beforeDay) : keyOf(scope, by, "t.created_at")}, 0, 0, 1 from t
        where t.created_at < ${open} and (t.settled_at is null or t.settled_at >= ${open})) f
    where key is not null group by key`.execute(db);
  return toCounted(rows, ["opened", "settled", "backlog"]);
}

function ofTickets({ period, groupId, agentId, channel, language }: ReportScope): RawBuilder<unknown> {
  const byTalk = channel !== undefined || language !== undefined;
  return sql`select k.created_at, k.group_id, k.assignee_id, k.settled_at
    from ticket k ${byTalk ? sql`join conversation c on c.id = k.conversation_id` : sql``}
    where k.created_at < ${period.end}
    ${groupId === undefined ? sql`` : sql`and k.group_id = ${groupId}`}
    ${agentId === undefined ? sql`` : sql`and k.assignee_id = ${agentId}`}
    ${channel === undefined ? sql`` : sql`and c.channel = ${channel}`}
    ${language === undefined ? sql`` : sql`and c.locale = ${language}`}`;
}

function keyOf({ period }: ReportScope, by: Breakdown, at: string): RawBuilder<unknown> {
  switch (by) {
    case "all":
      return sql.raw("0");
    case "day":
      return dayOf(at, period);
    case "hour":
      return hourOf(at, period);
    case "group":
      return sql.raw("t.group_id");
    case "agent":
      return sql.raw("t.assignee_id");
  }
}

/** Carries what was open from day to day; of hours nobody can say what is open in them. */
export function withBacklog(lines: readonly Counted[], by: Breakdown, days: readonly string[]): Counted[] {
  if (by === "hour") return lines.map((line) => ({ ...line, values: [...line.values.slice(0, 2), null] }));
  if (by !== "day") return [...lines];
  let open = lines.find(({ key }) => key === dateOf(beforeDay))?.values[2] ?? 0;
  return days.map((key) => {
    const [opened, settled] = lines.find((line) => line.key === key)?.values ?? [];
    open += (opened ?? 0) - (settled ?? 0);
    return { key, values: [opened ?? 0, settled ?? 0, open] };
  });
}
