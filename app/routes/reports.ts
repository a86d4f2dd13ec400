import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  type Principal,
  type Report,
  type ReportName,
  reportChoicesSchema,
  reportNames,
  reportQuerySchema,
  reportSchema,
  surveyCommentSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Reports } from "../../insight/index.js";
import { writeCsv } from "../../tickets/index.js";

export interface ReportRouteParts {
  readonly insight: { readonly reports: Reports };
}

/** What supervisors and admins read of the desk's work; a file has the numbers of the page. */
export function reportRoutes({ insight: { reports } }: ReportRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/reports",
      summary: "Groups, agents and channels that reports can be told of",
      who: "staff",
      answer: reportChoicesSchema,
      handle: async ({ principal }) => {
        requireSupervisor(principal);
        return { body: await reports.choices() };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/reports/comments",
      summary: "What requesters wrote with their scores, newest first",
      who: "staff",
      query: reportQuerySchema,
      answer: z.object({ items: z.array(surveyCommentSchema) }),
      handle: async ({ principal, query }) => {
        requireSupervisor(principal);
        return { body: { items: await reports.comments(query) } };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/reports/:name",
      summary: "One report of a period, by day, hour of day, group or agent",
      who: "staff",
      query: reportQuerySchema,
      answer: reportSchema,
      handle: async ({ principal, params, query }) => {
        requireSupervisor(principal);
        return { body: await reports.read(toName(params.name), query) };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/reports/:name/csv",
      summary: "The same report as a file for spreadsheets",
      who: "staff",
      sends: ["text/csv"],
      query: reportQuerySchema,
      handle: async ({ principal, params, query }) => {
        requireSupervisor(principal);
        const name = toName(params.name);
        const file = `${name}-${query.by}-${query.from}-${query.to}.csv`;
        return {
          text: {
            type: "text/csv; charset=utf-8",
            content: toCsv(await reports.read(name, query)),
          },
          headers: { "Content-Disposition": `attachment; filename="${file}"` },
        };
      },
    }),
  ];
}

/**
 * Names are people's own words: what a spreadsheet would run is made harmless by `writeCsv` (S35). Times are in
 * milliseconds, which their columns say.
 */
function toCsv({ name: report, by, columns, rows, totals }: Report): string {
  const lines = [...rows, { name: "total", values: totals }];
  const cells = lines.map(({ name, values }) => [name, ...values.map((value) => `${value ?? ""}`)]);
  const headings = columns.map((column) => (report === "times" ? `${column} (ms)` : column));
  return writeCsv([[by, ...headings], ...cells]);
}

function toName(text: string | undefined): ReportName {
  const name = reportNames.find((known) => known === text);
  if (name === undefined) throw new AppError("request/not-found", "There is no such report.");
  return name;
}

/** Agents do not read how requesters found each of them, nor how fast their colleagues are. */
function requireSupervisor(principal: Principal | undefined): void {
  if (requirePrincipal(principal).role === "agent") {
    throw new AppError("access/denied", "Only supervisors and administrators read reports.");
  }
}
