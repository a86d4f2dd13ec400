import { type RawBuilder, sql } from "kysely";
import { reportColumns } from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import { type Breakdown, type Counted, dayOf, hourOf, numberOrNull, type ReportScope } from "./scope.js";

/** Everything is told of the attendances that were asked for in the period, whenever the rest happened. */
function ofAttendances(scope: ReportScope, by: Breakdown): RawBuilder<unknown> {
  const { period, groupId, agentId, channel, language } = scope;
  return sql`attendance a left join attendance_mark m on m.attendance_id = a.id
    ${by === "group" ? sql`join attendance_group g on g.attendance_id = a.id` : sql``}
    ${channel === undefined ? sql`` : sql`join conversation c on c.id = a.conversation_id`}
    where a.created_at >= ${period.start} and a.created_at < ${period.end}
    ${by === "agent" ? sql`and ${agent} is not null` : sql``}
    ${agentId === undefined ? sql`` : sql`and ${agent} = ${agentId}`}
    ${channel === undefined ? sql`` : sql`and c.channel = ${channel}`}
    ${language === undefined ? sql`` : sql`and a.language = ${language}`}
    ${groupId === undefined ? sql`` : inGroup(groupId, by)}`;
}

/** The one who has it, or had it last; nobody before it was accepted. */
const agent = sql.raw("case when m.accepted_at is not null then coalesce(a.agent_id, a.last_agent_id) end");

function inGroup(groupId: string, by: Breakdown): RawBuilder<unknown> {
  if (by === "group") return sql`and g.group_id = ${groupId}`;
  return sql`and exists (select 1 from attendance_group f where f.attendance_id = a.id and f.group_id = ${groupId})`;
}

function keyOf({ period }: ReportScope, by: Breakdown): RawBuilder<unknown> {
  switch (by) {
    case "all":
      return sql.raw("0");
    case "day":
      return dayOf("a.created_at", period);
    case "hour":
      return hourOf("a.created_at", period);
    case "group":
      return sql.raw("g.group_id");
    case "agent":
      return agent;
  }
}

type Line = Readonly<Record<string, unknown>>;

/** Asked, accepted, abandoned, closed. */
export async function countAttendances(db: Db, scope: ReportScope, by: Breakdown): Promise<Counted[]> {
  const { rows } = await sql<Line>`select key, count(*) as asked, sum(taken) as accepted,
      sum(ended * (1 - taken)) as abandoned, sum(ended * taken) as closed
    from (select ${keyOf(scope, by)} as key, case when m.accepted_at is null then 0 else 1 end as taken,
        case when a.phase = 'closed' then 1 else 0 end as ended
      from ${ofAttendances(scope, by)}) f group by key`.execute(db);
  return toCounted(rows, reportColumns.attendances);
}

/** Why people were asked for, as it was at first. */
export async function countReasons(db: Db, scope: ReportScope, by: Breakdown): Promise<Counted[]> {
  const sums = reportColumns.reasons.map(
    (reason) => sql`sum(case when reason = ${sql.lit(reason)} then 1 else 0 end) as ${sql.ref(reason)}`,
  );
  const { rows } = await sql<Line>`select key, ${sql.join(sums)}
    from (select ${keyOf(scope, by)} as key, m.reason as reason from ${ofAttendances(scope, by)}) f
    group by key`.execute(db);
  return toCounted(rows, reportColumns.reasons);
}

/** From being asked for until an agent took it; until an agent wrote; from the first agent until the end. */
const spans = {
  wait: "m.accepted_at - a.created_at",
  // Looked for only where the attendance goes on, or was ended by a node that did not keep it.
  answer: `case when m.answered_at is not null or m.accepted_at is null then m.answered_at
    when m.answer_known = 1 and a.phase = 'closed' then null
    else (select min(w.sent_at) from message w where w.conversation_id = a.conversation_id
      and w.sender_kind = 'agent' and w.sent_at >= m.accepted_at
      and w.sent_at <= coalesce(a.closed_at, 9007199254740991)) end - a.created_at`,
  handling: "a.closed_at - m.accepted_at",
} as const;

/** Median and 90th percentile of each span, by nearest rank: always a value that has occurred. */
export async function measureTimes(db: Db, scope: ReportScope, by: Breakdown): Promise<Counted[]> {
  const names = Object.keys(spans);
  const measured = Object.entries(spans).map(([name, span]) => sql`${sql.raw(span)} as ${sql.ref(name)}`);
  const ranked = names.map(
    (
      name,
    ) => sql`row_number() over (partition by key order by ${sql.ref(name)} nulls last) as ${sql.ref(`${name}At`)},
      count(${sql.ref(name)}) over (partition by key) as ${sql.ref(`${name}Of`)}`,
  );
  const values = names.flatMap((name) => [
    sql`max(case when ${sql.ref(`${name}At`)} = (${sql.ref(`${name}Of`)} + 1) / 2 then ${sql.ref(name)} end)
      as ${sql.ref(`${name}Median`)}`,
    sql`max(case when ${sql.ref(`${name}At`)} = (9 * ${sql.ref(`${name}Of`)} + 9) / 10 then ${sql.ref(name)} end)
      as ${sql.ref(`${name}P90`)}`,
  ]);
  const { rows } = await sql<Line>`select key, ${sql.join(values)}
    from (select f.*, ${sql.join(ranked)} from (select ${keyOf(scope, by)} as key, ${sql.join(measured)}
      from ${ofAttendances(scope, by)}) f where coalesce(${sql.join(names.map((name) => sql.ref(name)))}) is not null) r
    group by key`.execute(db);
  return toCounted(
    rows,
    names.flatMap((name) => [`${name}Median`, `${name}P90`]),
  );
}

export function toCounted(rows: readonly Line[], columns: readonly string[]): Counted[] {
  return rows.map((row) => ({
    key: String(row.key),
    values: columns.map((column) => numberOrNull(row[column])),
  }));
}
