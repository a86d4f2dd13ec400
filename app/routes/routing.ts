import { z } from "zod";
import { type Modes, requirePrincipal } from "../../config/index.js";
import {
  AppError,
  groupRoutingSchema,
  idSchema,
  routedGroupSchema,
  routingRuleSchema,
  routingRulesSchema,
  whatIfAnswerSchema,
  type WhatIf,
  type WhatIfAnswer,
  whatIfSchema,
  whySchema,
} from "../../contract/index.js";
import type { Handoff } from "../../handoff/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import { hasPeople } from "../doors.js";
import type { Targets } from "../targets.js";

export interface RoutingRouteParts {
  readonly handoff: Handoff;
  readonly targets: Targets;
  readonly modes: Modes;
}

/** Who gets which conversation, why one waits, and what would be if. */
export function routingRoutes({ handoff, targets, modes }: RoutingRouteParts): Route[] {
  const { routing } = handoff;
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/attendances/:id/why",
      summary: "Why an attendance is waiting: each agent of its groups and what stands against them",
      who: "staff",
      answer: whySchema,
      handle: async ({ principal, params }) => {
        const why = await routing.why(toId(params.id), requirePrincipal(principal));
        if (why === undefined) throw notWaiting();
        return { body: why };
      },
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/routing/what-if",
      summary: "Where a conversation would go and who would be asked; changes nothing",
      who: "admin",
      audit: "never",
      body: whatIfSchema,
      answer: whatIfAnswerSchema,
      handle: async ({ body }) => {
        const fallbackGroupId = await targets.ordinaryGroup({ activityId: body.activityId });
        return { body: withMode(modes, body, await routing.whatIf({ ...body, fallbackGroupId })) };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/routing",
      summary: "How each group gives out its conversations, and the rules that choose a group",
      who: "admin",
      answer: z.object({ groups: z.array(routedGroupSchema), rules: z.array(routingRuleSchema) }),
      handle: async () => ({ body: { groups: await routing.groups(), rules: await routing.rules() } }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/routing/groups/:id",
      summary: "How one group gives out its conversations",
      who: "admin",
      // Who comes and goes is no change of it.
      answer: routedGroupSchema.omit({ members: true }),
      handle: async ({ params }) => {
        const id = idSchema.safeParse(params.id).data;
        const found = (await routing.groups()).find((group) => group.id === id);
        if (found === undefined) throw new AppError("group/not-found", "There is no such group.");
        const { members: _, ...group } = found;
        return { body: group };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/routing/rules",
      summary: "The rules that choose a group, in order",
      who: "admin",
      answer: z.object({ rules: z.array(routingRuleSchema) }),
      handle: async () => ({ body: { rules: await routing.rules() } }),
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/routing/groups/:id",
      summary: "Change how a group gives out its conversations; holds at once",
      who: "admin",
      body: groupRoutingSchema,
      answer: routedGroupSchema,
      handle: async ({ principal, params, body }) => ({
        body: await routing.saveGroup(toId(params.id), body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/routing/rules",
      summary: "Replace the routing rules, in order; the first that fits decides (S1-32)",
      who: "admin",
      body: routingRulesSchema,
      answer: z.object({ rules: z.array(routingRuleSchema) }),
      handle: async ({ principal, body }) => ({
        body: { rules: await routing.saveRules(body.rules, requirePrincipal(principal).accountId) },
      }),
    }),
  ];
}

/** Where people cannot be asked for, nobody is asked first. */
function withMode(
  modes: Modes,
  { mode: supposed, at }: WhatIf,
  { first, ...answer }: Omit<WhatIfAnswer, "mode">,
): WhatIfAnswer {
  const groupId = answer.why.groups[0]?.id;
  const mode = supposed ?? modes.modeFor({ groupId, ...(at === undefined ? {} : { at }) }).mode;
  return { ...answer, mode, ...(hasPeople(mode) ? { first } : {}) };
}

function toId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw notWaiting();
  return id.data;
}

function notWaiting(): AppError {
  return new AppError("attendance/not-found", "There is no such attendance waiting that is yours to see.");
}
