import { type AuditAct, auditCheckSchema, auditPageSchema, auditQuerySchema } from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import { writeCsv } from "../../tickets/index.js";
import type { Audit } from "../audit/index.js";

export interface AuditRouteParts {
  readonly audit: Pick<Audit, "read" | "check">;
}

const path = "/api/v1/audit";
const csvActs = 10_000;
const csvHeading = [
  "place",
  "time",
  "person",
  "role",
  "method",
  "path",
  "object",
  "asked",
  "changes",
  "outcome",
  "hash",
];

/** What administrators did. There is nothing here that writes. */
export function auditRoutes(
  { audit }: AuditRouteParts,
  summaryOf: (method: string, path: string) => string,
): Route[] {
  return [
    defineRoute({
      method: "get",
      path,
      summary: "Administrative acts, the newest first: who, when, what, before and after",
      who: "admin",
      query: auditQuerySchema,
      answer: auditPageSchema,
      handle: async ({ query }) => {
        const page = await audit.read(query);
        const items = page.items.map((act) => ({ ...act, summary: summaryOf(act.method, act.path) }));
        return { body: { ...page, items } };
      },
    }),
    defineRoute({
      method: "get",
      path: `${path}/export`,
      summary: "The same as a CSV file, up to ten thousand acts",
      who: "admin",
      sends: ["text/csv"],
      query: auditQuerySchema,
      handle: async ({ query }) => {
        const { items } = await audit.read({ ...query, limit: csvActs });
        return {
          text: { type: "text/csv; charset=utf-8", content: writeCsv([csvHeading, ...items.map(toCells)]) },
          headers: { "Content-Disposition": 'attachment; filename="audit.csv"' },
        };
      },
    }),
    defineRoute({
      method: "get",
      path: `${path}/check`,
      summary: "Whether every entry of the record is as it was written, and none is missing",
      who: "admin",
      answer: auditCheckSchema,
      handle: async () => ({ body: await audit.check() }),
    }),
  ];
}

function toCells(act: AuditAct): string[] {
  return [
    String(act.seq),
    new Date(act.at).toISOString(),
    act.actor.name,
    act.actor.role,
    act.method,
    act.path,
    JSON.stringify(act.object),
    JSON.stringify(act.asked),
    JSON.stringify(act.changes),
    act.outcome,
    act.hash,
  ];
}
