import { z } from "zod";
import { type Modes, requirePrincipal } from "../../config/index.js";
import {
  AppError,
  chatDoorsSchema,
  localeQuerySchema,
  modeOverrideFormSchema,
  modeOverrideSchema,
  modeScopeSchema,
  modeSettingFormSchema,
  modesAnswerSchema,
  type ModeView,
  overviewQuerySchema,
  overviewSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Doors } from "../doors.js";
import type { ReadModes } from "../mode-views.js";
import type { OverviewOf } from "../overview.js";

export interface ModeRouteParts {
  readonly modes: Modes;
  readonly doors: Doors;
  readonly readModes: ReadModes;
  readonly overview: OverviewOf;
  readonly now: () => number;
}

const path = "/api/v1/modes";
const dayMs = 24 * 3_600_000;

/** Who answers requesters, and how the desk is doing. */
export function modeRoutes({ modes, doors, readModes, overview, now }: ModeRouteParts): Route[] {
  /** As it is stored, not as this node knows it: another one may have changed it just now. */
  async function readView(scope: string): Promise<ModeView> {
    await modes.reload();
    const { desk, groups } = await readModes();
    const found = scope === "desk" ? desk : groups.find((group) => group.scope === scope);
    if (found === undefined) throw noGroup();
    return found;
  }

  return [
    defineRoute({
      method: "get",
      path: "/api/v1/chat/doors",
      summary: "Where this person can ask for people now, and where only a ticket can be opened",
      who: "person",
      query: localeQuerySchema,
      answer: chatDoorsSchema,
      handle: async ({ principal, query, locale }) => ({
        body: await doors.offered(requirePrincipal(principal), query.locale ?? locale),
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/overview",
      summary: "Health, open talks, and what happened since",
      who: "admin",
      query: overviewQuerySchema,
      answer: overviewSchema,
      handle: async ({ query }) => ({ body: await overview(query.since ?? now() - dayMs) }),
    }),
    defineRoute({
      method: "get",
      path,
      summary: "The modes of the desk and its groups: set, in force, why, and what comes next",
      who: "admin",
      answer: modesAnswerSchema,
      handle: async () => ({ body: await readModes() }),
    }),
    defineRoute({
      method: "get",
      path: `${path}/:scope`,
      summary: "Mode and schedule that are set for the desk or a group",
      who: "admin",
      answer: modeSettingFormSchema,
      handle: async ({ params }) => {
        const { mode, schedule } = await readView(toScope(params.scope));
        return { body: { mode, schedule } };
      },
    }),
    defineRoute({
      method: "get",
      path: `${path}/:scope/override`,
      summary: "The switch by hand of the desk or a group, where there is one",
      who: "admin",
      answer: z.object({ override: modeOverrideSchema.optional() }),
      handle: async ({ params }) => {
        const { override } = await readView(toScope(params.scope));
        return { body: { override } };
      },
    }),
    defineRoute({
      method: "put",
      path: `${path}/:scope`,
      summary: "Set mode and schedule of the desk or a group; holds at once on every node",
      who: "admin",
      body: modeSettingFormSchema,
      answer: modesAnswerSchema,
      handle: async ({ principal, params, body }) => {
        await modes.save(toScope(params.scope), body, requirePrincipal(principal).accountId);
        return { body: await readModes() };
      },
    }),
    defineRoute({
      method: "put",
      path: `${path}/:scope/override`,
      summary: "Switch by hand, beating the schedule until an end",
      who: "admin",
      body: modeOverrideFormSchema,
      answer: modesAnswerSchema,
      handle: async ({ principal, params, body }) => {
        await modes.override(toScope(params.scope), body, requirePrincipal(principal).accountId);
        return { body: await readModes() };
      },
    }),
    defineRoute({
      method: "del",
      path: `${path}/:scope/override`,
      summary: "Take a switch by hand back; the schedule holds again",
      who: "admin",
      success: 204,
      handle: async ({ principal, params }) => {
        await modes.revoke(toScope(params.scope), requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
  ];
}

function toScope(text: string | undefined): string {
  const scope = modeScopeSchema.safeParse(text);
  if (!scope.success) throw noGroup();
  return scope.data;
}

function noGroup(): AppError {
  return new AppError("group/not-found", "There is no such group.");
}
