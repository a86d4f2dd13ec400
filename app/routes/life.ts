import { z } from "zod";
import { AppError } from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { MayScrape } from "../may-scrape.js";
import type { Health } from "../health.js";

export interface LifeRouteParts {
  readonly health: Health;
  readonly metrics: () => Promise<{ type: string; content: string }>;
  readonly mayScrape: MayScrape;
  readonly describe: () => object;
}

const readinessSchema = z.looseObject({
  status: z.enum(["ready", "degraded", "stopping", "down"]),
  store: z.object({ engine: z.string(), state: z.enum(["up", "down"]) }),
});

/** For those who run the desk: life, readiness, metrics, description. */
export function lifeRoutes({ health, metrics, mayScrape, describe }: LifeRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/healthz",
      summary: "The process lives",
      who: "anyone",
      answer: z.object({ status: z.literal("alive") }),
      handle: async () => ({ body: { status: "alive" } }),
    }),
    defineRoute({
      method: "get",
      path: "/readyz",
      summary: "Whether this node can serve, with the state of each dependency",
      who: "anyone",
      answer: readinessSchema,
      handle: async () => {
        const report = await health.report();
        const isServing = report.status === "ready" || report.status === "degraded";
        return { status: isServing ? 200 : 503, body: report };
      },
    }),
    defineRoute({
      method: "get",
      path: "/metrics",
      summary: "Prometheus metrics",
      who: "anyone",
      sends: ["text/plain"],
      handle: async (call) => {
        if (!mayScrape(call)) {
          throw new AppError(
            "access/denied",
            "Metrics are told to those who bring the token of the desk's metrics.",
          );
        }
        return { text: await metrics() };
      },
    }),
    defineRoute({
      method: "get",
      path: "/openapi.json",
      summary: "OpenAPI 3.1",
      who: "anyone",
      answer: z.record(z.string(), z.unknown()),
      handle: async () => ({ body: describe() }),
    }),
  ];
}
