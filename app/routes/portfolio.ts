import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  activityFormSchema,
  catalogFormSchema,
  changesSchema,
  idSchema,
  importReportSchema,
  namedFormSchema,
  portfolioFormats,
  portfolioImportSchema,
  portfolioSchema,
  serviceFormSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import { newId, readChanges, readNamedIds, type Store } from "../../store/index.js";
import type { PortfolioAdmin, PortfolioItem } from "../../tickets/index.js";

export interface PortfolioRouteParts {
  readonly portfolio: PortfolioAdmin;
  readonly store: Store;
}

const importBytesMax = 6 * 1024 * 1024;
const changesMax = 200;
const contentTypes = { json: "application/json; charset=utf-8", csv: "text/csv; charset=utf-8" } as const;

/** Catalogs, services, activities, origins and contracts, as admins keep them (S0-4 to S0-8, S0-24). */
export function portfolioRoutes({ portfolio, store }: PortfolioRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/portfolio",
      summary: "The whole portfolio, offered or not",
      who: "admin",
      answer: portfolioSchema,
      handle: async () => ({ body: await portfolio.read() }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/portfolio/export",
      summary: "The portfolio as a file that the import takes",
      who: "admin",
      query: z.object({ format: z.enum(portfolioFormats).default("json") }),
      sends: ["application/json", "text/csv"],
      handle: async ({ query: { format } }) => ({
        text: { type: contentTypes[format], content: await portfolio.export(format) },
        headers: { "Content-Disposition": `attachment; filename="portfolio.${format}"` },
      }),
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/portfolio/import",
      summary: "Bring the portfolio to what a file says; tells which rows were refused and why",
      who: "admin",
      body: portfolioImportSchema,
      maxBodyBytes: importBytesMax,
      answer: importReportSchema,
      handle: async ({ principal, body }) => ({
        body: await portfolio.import(body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/changes",
      summary: "Who changed what of the settings, and when (S0-24)",
      who: "admin",
      query: z.object({ objectId: idSchema.optional() }),
      answer: changesSchema,
      handle: async ({ query: { objectId } }) => {
        const items = await readChanges(store.db, { objectId, limit: changesMax });
        const names = await readNamedIds(
          store.db,
          items.map(({ before, after }) => [before, after]),
        );
        return { body: { items, names } };
      },
    }),
    ...itemRoutes(portfolio, "catalogs", catalogFormSchema, (id, form) => ({ type: "catalog", id, form })),
    ...itemRoutes(portfolio, "services", serviceFormSchema, (id, form) => ({ type: "service", id, form })),
    ...itemRoutes(portfolio, "activities", activityFormSchema, (id, form) => ({
      type: "activity",
      id,
      form,
    })),
    ...itemRoutes(portfolio, "origins", namedFormSchema, (id, form) => ({ type: "origin", id, form })),
    ...itemRoutes(portfolio, "contracts", namedFormSchema, (id, form) => ({ type: "contract", id, form })),
  ];
}

const types = {
  catalogs: "catalog",
  services: "service",
  activities: "activity",
  origins: "origin",
  contracts: "contract",
} as const;

function itemRoutes<S extends z.ZodType>(
  portfolio: PortfolioAdmin,
  list: keyof typeof types,
  schema: S,
  toItem: (id: string, form: z.infer<S>) => PortfolioItem,
): Route[] {
  const type = types[list];
  const path = `/api/v1/portfolio/${list}`;
  const answer = z.object({ id: idSchema });
  return [
    defineRoute({
      method: "get",
      path: `${path}/:id`,
      summary: `One of the ${list}, offered or not`,
      who: "admin",
      answer: portfolioSchema.shape[list].element,
      handle: async ({ params }) => {
        const id = toId(params.id);
        const found = (await portfolio.read())[list].find((one) => one.id === id);
        if (found === undefined) throw nothingThere();
        return { body: found };
      },
    }),
    defineRoute({
      method: "post",
      path,
      summary: `Make one of the ${list}`,
      who: "admin",
      success: 201,
      body: schema,
      answer,
      handle: async ({ principal, body }) => {
        const id = newId();
        await portfolio.create(toItem(id, body), requirePrincipal(principal).accountId);
        return { status: 201, body: { id } };
      },
    }),
    defineRoute({
      method: "put",
      path: `${path}/:id`,
      summary: `Change one of the ${list}; holds at once on every node`,
      who: "admin",
      body: schema,
      answer,
      handle: async ({ principal, params, body }) => {
        const id = toId(params.id);
        await portfolio.update(toItem(id, body), requirePrincipal(principal).accountId);
        return { body: { id } };
      },
    }),
    defineRoute({
      method: "del",
      path: `${path}/:id`,
      summary: `Remove one of the ${list} that nothing uses`,
      who: "admin",
      success: 204,
      handle: async ({ principal, params }) => {
        await portfolio.remove(type, toId(params.id), requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
  ];
}

function toId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw nothingThere();
  return id.data;
}

function nothingThere(): AppError {
  return new AppError("portfolio/not-found", "There is nothing with this id.");
}
