import { type RawBuilder, sql } from "kysely";
import { reportColumns } from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import { decisiveOutcomes, solvingOutcomes } from "../satisfaction/has-solved.js";
import { toCounted } from "./attendances.js";
import { type Breakdown, type Counted, dayOf, hourOf, type ReportScope } from "./scope.js";

/** Numbers that stand for what a turn came to; less than `outcomesMax`. */
const numberOf = new Map<string, number>(decisiveOutcomes.map((outcome, at) => [outcome, at + 1]));
const outcomesMax = 16;
const failedOutcomes = ["fallback", "failed", "refused"] as const;

/** What became of the talks that began in the period and in which the assistant was asked something. */
export async function countAssistant(db: Db, scope: ReportScope, by: Breakdown): Promise<Counted[]> {
  const { period, channel, language } = scope;
  const key =
    by === "day"
      ? dayOf("c.created_at", period)
      : by === "hour"
        ? hourOf("c.created_at", period)
        : sql.raw("0");
  const is = (fate: string) => sql`sum(case when fate = ${sql.lit(fate)} then 1 else 0 end)`;
  // One pass over talks and turns: the greatest of these numbers is the last turn that says how the talk went.
  const ranks = decisiveOutcomes.map(
    (outcome) =>
      sql`when ${sql.lit(outcome)} then t.seq * ${sql.lit(outcomesMax)} + ${sql.lit(numberOf.get(outcome))}`,
  );
  const { rows } = await sql<
    Record<string, unknown>
  >`select key, count(*) as talks, ${is("solved")} as solved,
      ${is("handed")} as ${sql.ref("handedOver")}, ${is("fell")} as ${sql.ref("fellBack")},
      ${is("open")} as ${sql.ref("leftOpen")}
    from (select ${key} as key,
        case when attended > 0 then 'handed' when last in (${numbersOf(solvingOutcomes)}) then 'solved'
          when last in (${numbersOf(failedOutcomes)}) then 'fell' else 'open' end as fate
      from (select d.created_at, count(a.id) as attended,
            max(case t.outcome ${sql.join(ranks, sql` `)} else 0 end) % ${sql.lit(outcomesMax)} as last
          from conversation d join turn t on t.conversation_id = d.id
            left join attendance a on a.conversation_id = d.id
          where d.created_at >= ${period.start} and d.created_at < ${period.end}
            ${channel === undefined ? sql`` : sql`and d.channel = ${channel}`}
            ${language === undefined ? sql`` : sql`and d.locale = ${language}`}
          group by d.id, d.created_at) c) f
    group by key`.execute(db);
  return toCounted(rows, reportColumns.assistant);
}

function numbersOf(outcomes: readonly (typeof decisiveOutcomes)[number][]): RawBuilder<unknown> {
  return sql.join(outcomes.map((outcome) => sql.lit(numberOf.get(outcome))));
}
