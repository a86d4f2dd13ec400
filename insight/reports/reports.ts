import {
  AppError,
  groupingsOf,
  type Report,
  type ReportChoices,
  type ReportGrouping,
  type ReportName,
  type ReportQuery,
  reportColumns,
  type SurveyComment,
} from "../../contract/index.js";
import type { Db, Store } from "../../store/index.js";
import { readComments } from "../satisfaction/comments.js";
import { countAssistant } from "./assistant.js";
import { countAttendances, countReasons, measureTimes } from "./attendances.js";
import { readChannels, readNames } from "./names.js";
import { toPeriod } from "./period.js";
import { countSatisfaction } from "./satisfaction.js";
import { type Breakdown, type Counted, dateOf, type ReportScope } from "./scope.js";
import { countTickets, withBacklog } from "./tickets.js";

type Count = (db: Db, scope: ReportScope, by: Breakdown) => Promise<Counted[]>;

const counts: Readonly<Record<ReportName, Count>> = {
  attendances: countAttendances,
  times: measureTimes,
  reasons: countReasons,
  assistant: countAssistant,
  satisfaction: countSatisfaction,
  tickets: countTickets,
};

/** Columns of which nothing to tell is not the same as none. */
const measured: readonly string[] = [...reportColumns.times, "average", "backlog"];

/** What supervisors and admins read of the desk's work. */
export interface Reports {
  read(name: ReportName, query: ReportQuery): Promise<Report>;
  /** What may be chosen to look at. */
  choices(): Promise<ReportChoices>;
  comments(query: ReportQuery): Promise<SurveyComment[]>;
}

/** Counts over the store's long reads: nobody who is served waits for a report. */
export function createReports({ db, longReads }: Pick<Store, "db" | "longReads">): Reports {
  return {
    read: (name, query) => readReport({ db, longReads }, name, query),
    choices: async () => ({ ...(await readNames(db)), channels: await readChannels(db) }),
    comments: (query) => readComments(db, toScope(query)),
  };
}

function toScope(query: ReportQuery): ReportScope {
  const { groupId, agentId, channel, language } = query;
  return { period: toPeriod(query), groupId, agentId, channel, language };
}

async function readReport(
  { db, longReads }: Pick<Store, "db" | "longReads">,
  name: ReportName,
  query: ReportQuery,
): Promise<Report> {
  const { by } = query;
  if (!groupingsOf[name].includes(by)) {
    throw new AppError("report/refused", "This report cannot be told apart in this way.");
  }
  const scope = toScope(query);
  const columns: readonly string[] = reportColumns[name];
  const empty = columns.map((column) => (measured.includes(column) ? null : 0));
  const [totals] = await counts[name](longReads, scope, "all");
  const counted = await counts[name](longReads, scope, by);
  const lines = by === "day" ? counted.map(toDate) : counted;
  const whole = name === "tickets" ? withBacklog(lines, by, scope.period.days) : lines;
  return {
    name,
    by,
    columns: [...columns],
    totals: [...(totals?.values ?? (name === "tickets" ? [0, 0, 0] : empty))],
    rows: await toRows(db, { by, lines: whole, empty, days: scope.period.days }),
  };
}

function toDate(line: Counted): Counted {
  return { ...line, key: dateOf(Number(line.key)) };
}

interface Lines {
  readonly by: ReportGrouping;
  readonly lines: readonly Counted[];
  readonly empty: readonly (number | null)[];
  readonly days: readonly string[];
}

/** Every day and every hour has its line, also where nothing happened; groups and agents stand by their names. */
async function toRows(db: Db, { by, lines, empty, days }: Lines): Promise<Report["rows"]> {
  if (by === "group" || by === "agent") {
    const names = await readNames(db);
    const all = by === "group" ? names.groups : names.agents;
    return lines
      .map(({ key, values }) => ({
        key,
        name: all.find(({ id }) => id === key)?.name ?? key,
        values: [...values],
      }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  }
  const keys = by === "day" ? days : Array.from({ length: 24 }, (_, hour) => `${hour}`);
  const byKey = new Map(lines.map((line) => [line.key, line.values]));
  return keys.map((key) => ({
    key,
    name: by === "day" ? key : `${key.padStart(2, "0")}:00`,
    values: [...(byKey.get(key) ?? empty)],
  }));
}
