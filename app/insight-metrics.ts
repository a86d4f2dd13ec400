import { sql } from "kysely";
import { Gauge, type Registry } from "prom-client";
import type { ReportName } from "../contract/index.js";
import { createReports } from "../insight/index.js";
import type { Store } from "../store/index.js";

export interface InsightMetrics {
  readonly store: Store;
  readonly registers: Registry[];
  readonly now: () => number;
}

type Totals = ReadonlyMap<string, number | null>;

const dayMs = 86_400_000;
/** Several series tell of one report, and more than one scraper may ask. */
const reportKeptMs = 10_000;

/** Queues and the last two days of UTC (yesterday and today) as series; read from the store, the same on every node. */
export function countInsight({ store, registers, now }: InsightMetrics): void {
  const reports = createReports(store);
  const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const kept = new Map<string, { readonly until: number; readonly totals: Promise<Totals> }>();
  const totals = (name: ReportName): Promise<Totals> => {
    const known = kept.get(name);
    if (known !== undefined && known.until > now()) return known.totals;
    const read = readTotals(name);
    kept.set(name, { until: now() + reportKeptMs, totals: read });
    read.catch(() => kept.delete(name));
    return read;
  };
  const readTotals = async (name: ReportName): Promise<Totals> => {
    const period = { from: dateOf(now() - dayMs), to: dateOf(now()), zone: "UTC", by: "day" as const };
    const report = await reports.read(name, period);
    return new Map(report.columns.map((column, index) => [column, report.totals[index] ?? null]));
  };
  new Gauge({
    name: "deskhand_queue_depth",
    help: "Attendances waiting for an agent, per group",
    labelNames: ["group"],
    registers,
    async collect() {
      const depths = await readDepths(store);
      this.reset();
      for (const { name, depth } of depths) this.set({ group: name }, Number(depth));
    },
  });
  new Gauge({
    name: "deskhand_hand_overs",
    help: "Attendances asked for since yesterday 0:00 UTC, per reason",
    labelNames: ["reason"],
    registers,
    async collect() {
      for (const [reason, count] of await totals("reasons")) this.set({ reason }, count ?? 0);
    },
  });
  new Gauge({
    name: "deskhand_assistant_talks",
    help: "Talks with the assistant begun since yesterday 0:00 UTC, per what became of them",
    labelNames: ["outcome"],
    registers,
    async collect() {
      const counts = await totals("assistant");
      const outcomes = {
        solved: "solved",
        handedOver: "handed-over",
        fellBack: "fell-back",
        leftOpen: "left-open",
      };
      for (const [column, outcome] of Object.entries(outcomes)) {
        this.set({ outcome }, counts.get(column) ?? 0);
      }
    },
  });
  new Gauge({
    name: "deskhand_deflection_ratio",
    help: "Share of the assistant's talks begun since yesterday 0:00 UTC that it solved alone",
    registers,
    async collect() {
      const counts = await totals("assistant");
      this.reset();
      const talks = counts.get("talks") ?? 0;
      if (talks > 0) this.set((counts.get("solved") ?? 0) / talks);
    },
  });
  new Gauge({
    name: "deskhand_satisfaction_answers",
    help: "Answers to questions asked since yesterday 0:00 UTC, per score",
    labelNames: ["score"],
    registers,
    async collect() {
      const counts = await totals("satisfaction");
      for (const score of ["1", "2", "3", "4", "5"]) this.set({ score }, counts.get(`score${score}`) ?? 0);
    },
  });
}

async function readDepths({ db }: Store): Promise<readonly { name: string; depth: number }[]> {
  // The phase stands in the text: only so do both engines take the index of those that wait.
  const { rows } = await sql<{ name: string; depth: number }>`select g.name as name, (select count(*)
      from attendance a join attendance_group l on l.attendance_id = a.id
      where a.phase = 'logged' and l.group_id = g.id) as depth
    from assignment_group g where g.takes_attendances = 1`.execute(db);
  return rows;
}
