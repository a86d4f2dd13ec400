import { z } from "zod";
import type { Accounts, Modes, Parameters } from "../../config/index.js";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  attendanceSchema,
  availabilitySchema,
  groupSchema,
  idSchema,
  localeQuerySchema,
  modes as modeNames,
  parameterValueSchema,
} from "../../contract/index.js";
import type { Handoff } from "../../handoff/index.js";
import { defineRoute, type Route } from "../../http/route.js";

export interface DeskRouteParts {
  readonly accounts: Accounts;
  readonly handoff: Handoff;
  readonly parameters: Parameters;
  readonly modes: Modes;
}

const parameterSchema = z.object({
  number: z.int(),
  name: z.string(),
  help: z.string(),
  type: z.string(),
  value: z.string(),
  options: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  updatedAt: z.int().optional(),
  updatedBy: z.string().optional(),
});

const attendanceListSchema = z.object({
  items: z.array(attendanceSchema),
  /** Of the queue: how many wait in all, each once, and in each of the groups; the list may be shorter. */
  waiting: z
    .object({
      total: z.int().nonnegative(),
      groups: z.array(z.object({ groupId: z.string(), waiting: z.int().nonnegative() })),
    })
    .optional(),
});

const parameterChangeSchema = z.object({
  number: z.int(),
  oldValue: z.string(),
  value: z.string(),
  changedAt: z.int(),
  changedBy: z.string().optional(),
});

const deskAgentSchema = z.object({
  id: idSchema,
  name: z.string(),
  status: availabilitySchema,
  online: z.boolean(),
  active: z.int(),
  capacity: z.int(),
  groupIds: z.array(idSchema),
});

/** What agents and admins work with. */
export function deskRoutes({ accounts, handoff, parameters, modes }: DeskRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/attendances",
      summary: "Attendances waiting in this agent's groups, or held by this agent",
      who: "staff",
      query: z.object({
        view: z.enum(["queue", "mine"]).default("queue"),
        limit: z.coerce.number().int().min(0).max(2000).optional(),
      }),
      answer: attendanceListSchema,
      handle: async ({ principal, query: { view, limit } }) => {
        const agent = requirePrincipal(principal);
        const { reads } = handoff;
        if (view === "mine") return { body: { items: await reads.heldBy(agent.accountId) } };
        const [waiting, items] = [await reads.countFor(agent), await reads.waitingFor(agent, limit)];
        return { body: { items, waiting } };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/groups",
      summary: "Assignment groups",
      who: "staff",
      answer: z.object({ items: z.array(groupSchema) }),
      handle: async () => ({ body: { items: await accounts.groups() } }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/agents",
      summary: "Agents with their availability and load",
      who: "staff",
      answer: z.object({ items: z.array(deskAgentSchema) }),
      handle: async () => ({ body: { items: await handoff.people.agents() } }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/parameters",
      summary: "The numbered parameters",
      who: "admin",
      query: localeQuerySchema,
      answer: z.object({ items: z.array(parameterSchema), mode: z.enum(modeNames) }),
      handle: async ({ query, locale }) => ({
        body: { items: await parameters.list(query.locale ?? locale), mode: modes.modeFor().mode },
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/parameters/:number/history",
      summary: "Who changed a parameter, when, and how (S0-24)",
      who: "admin",
      answer: z.object({ items: z.array(parameterChangeSchema) }),
      handle: async ({ params }) => ({ body: { items: await parameters.history(toNumber(params.number)) } }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/parameters/:number",
      summary: "One parameter",
      who: "admin",
      query: localeQuerySchema,
      answer: parameterSchema,
      handle: async ({ params, query, locale }) => {
        const number = toNumber(params.number);
        const found = (await parameters.list(query.locale ?? locale)).find((one) => one.number === number);
        if (found === undefined) {
          throw new AppError("parameter/not-found", `There is no parameter ${number}.`);
        }
        return { body: found };
      },
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/parameters/:number",
      summary: "Set a parameter; holds at once on every node",
      who: "admin",
      body: parameterValueSchema,
      answer: parameterSchema,
      handle: async ({ principal, params, body }) => ({
        body: await parameters.set(toNumber(params.number), body.value, requirePrincipal(principal)),
      }),
    }),
  ];
}

function toNumber(text: string | undefined): number {
  if (text === undefined || !/^\d{1,6}$/.test(text)) {
    throw new AppError("parameter/not-found", "A parameter is known by its number.");
  }
  return Number(text);
}
