import { type RawBuilder, sql } from "kysely";
import { reportColumns, scores } from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import { toCounted } from "./attendances.js";
import { type Breakdown, type Counted, dayOf, hourOf, type ReportScope } from "./scope.js";

const agent = sql.raw("coalesce(a.agent_id, a.last_agent_id)");

/** The questions asked in the period: `s`, with their conversation `c` and, where there is one, attendance `a`. */
export function ofSurveys(scope: ReportScope, by: Breakdown): RawBuilder<unknown> {
  const { period, groupId, agentId, channel, language } = scope;
  return sql`survey s join conversation c on c.id = s.conversation_id
    left join attendance a on a.id = s.attendance_id
    ${by === "group" ? sql`join attendance_group g on g.attendance_id = a.id` : sql``}
    where s.asked_at >= ${period.start} and s.asked_at < ${period.end}
    ${by === "agent" ? sql`and ${agent} is not null` : sql``}
    ${agentId === undefined ? sql`` : sql`and ${agent} = ${agentId}`}
    ${channel === undefined ? sql`` : sql`and c.channel = ${channel}`}
    ${language === undefined ? sql`` : sql`and c.locale = ${language}`}
    ${groupId === undefined ? sql`` : inGroup(groupId, by)}`;
}

function inGroup(groupId: string, by: Breakdown): RawBuilder<unknown> {
  if (by === "group") return sql`and g.group_id = ${groupId}`;
  return sql`and exists (select 1 from attendance_group f where f.attendance_id = a.id and f.group_id = ${groupId})`;
}

/** Asked, answered, the mean, and how many of each score. */
export async function countSatisfaction(db: Db, scope: ReportScope, by: Breakdown): Promise<Counted[]> {
  const key = {
    all: sql.raw("0"),
    day: dayOf("s.asked_at", scope.period),
    hour: hourOf("s.asked_at", scope.period),
    group: sql.raw("g.group_id"),
    agent,
  }[by];
  const ofScore = (score: number) =>
    sql`sum(case when score = ${sql.lit(score)} then 1 else 0 end) as ${sql.ref(`score${score}`)}`;
  const { rows } = await sql<Record<string, unknown>>`select key, count(*) as asked, count(score) as answered,
      round(avg(score * 1.0), 2) as average, ${sql.join(scores.map(ofScore))}
    from (select ${key} as key, s.score as score from ${ofSurveys(scope, by)}) f group by key`.execute(db);
  return toCounted(rows, reportColumns.satisfaction);
}
