import type { HandoverContext } from "./attendance.js";

const reasons = [
  "wish",
  "fallback",
  "refused",
  "error",
  "direct",
  "resume",
  "transfer",
] as const satisfies readonly HandoverContext["reason"][];

/** What each report counts, in the order of its columns. */
export const reportColumns = {
  attendances: ["asked", "accepted", "abandoned", "closed"],
  times: ["waitMedian", "waitP90", "answerMedian", "answerP90", "handlingMedian", "handlingP90"],
  reasons,
  assistant: ["talks", "solved", "handedOver", "fellBack", "leftOpen"],
  satisfaction: ["asked", "answered", "average", "score1", "score2", "score3", "score4", "score5"],
  tickets: ["opened", "settled", "backlog"],
} as const;

export type ReportName = keyof typeof reportColumns;
export type ReportColumn = { [N in ReportName]: (typeof reportColumns)[N][number] }[ReportName];
export const reportNames = [
  "attendances",
  "times",
  "reasons",
  "assistant",
  "satisfaction",
  "tickets",
] as const satisfies readonly ReportName[];

export const reportGroupings = ["day", "hour", "group", "agent"] as const;
export type ReportGrouping = (typeof reportGroupings)[number];

/** A talk with the assistant has no agent, and no group. */
export const groupingsOf: Readonly<Record<ReportName, readonly ReportGrouping[]>> = {
  attendances: reportGroupings,
  times: reportGroupings,
  reasons: reportGroupings,
  assistant: ["day", "hour"],
  satisfaction: reportGroupings,
  tickets: reportGroupings,
};

export const maxReportDays = 366;
