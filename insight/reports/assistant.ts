import { sql } from "kysely";
import { reportColumns } from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import { decisiveOutcomes, solvingOutcomes } from "../satisfaction/has-solved.js";
import { toCounted } from "./attendances.js";
import { type Breakdown, type Counted, dayOf, hourOf, type ReportScope } from "./scope.js";

const listOf = (outcomes: readonly string[]) => sql.join(outcomes.map((outcome) => sql.lit(outcome)));
const failedOutcomes = ["fallback", "failed", "refused"];

/** What became of the talks that began in the period and in which the assistant was asked something. */
export async function countAssistant(db: Db, scope: ReportScope, by: Breakdown): Promise<Counted[]> {
  const { period, channel, language } = scope;
  const key =
    by === "day"
      ? dayOf("c.created_at", period)
      : by === "hour"
        ? hourOf("c.created_at", period)
        : sql.raw("'all'");
  const is = (fate: string) => sql`sum(case when fate = ${sql.lit(fate)} then 1 else 0 end)`;
  const { rows } = await sql<
    Record<string, unknown>
  >`select key, count(*) as talks, ${is("solved")} as solved,
      ${is("handed")} as ${sql.ref("handedOver")}, ${is("fell")} as ${sql.ref("fellBack")},
      ${is("open")} as ${sql.ref("leftOpen")}
    from (select ${key} as key,
        case when exists (select 1 from attendance a where a.conversation_id = c.id) then 'handed'
          else case when last in (${listOf(solvingOutcomes)}) then 'solved'
            when last in (${listOf(failedOutcomes)}) then 'fell' else 'open' end end as fate
      from (select d.id, d.created_at, (select t.outcome from turn t where t.conversation_id = d.id
            and t.outcome in (${listOf(decisiveOutcomes)}) order by t.seq desc limit 1) as last
          from conversation d
          where d.created_at >= ${period.start} and d.created_at < ${period.end}
            ${channel === undefined ? sql`` : sql`and d.channel = ${channel}`}
            ${language === undefined ? sql`` : sql`and d.locale = ${language}`}
            and exists (select 1 from turn u where u.conversation_id = d.id)) c) f
    group by key`.execute(db);
  return toCounted(rows, reportColumns.assistant);
}
