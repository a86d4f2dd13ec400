import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  idSchema,
  openSurveySchema,
  type Principal,
  rateTalkSchema,
  surveySchema,
  surveySettingsSchema,
  talkSurveySchema,
} from "../../contract/index.js";
import { sideOf } from "../../conversation/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Satisfaction } from "../../insight/index.js";
import type { Store } from "../../store/index.js";

export interface SatisfactionRouteParts {
  readonly store: Store;
  readonly insight: { readonly satisfaction: Satisfaction };
}

const path = "/api/v1/conversations/:id/satisfaction";

/** The question how a talk was: for its requester alone to answer, for staff to leave out, for admins to set. */
export function satisfactionRoutes({ store, insight }: SatisfactionRouteParts): Route[] {
  const { satisfaction } = insight;
  return [
    defineRoute({
      method: "get",
      path,
      summary: "What the requester is asked of a talk of theirs that has ended",
      who: "person",
      forGuests: true,
      answer: surveySchema,
      handle: async ({ principal, params }) => ({
        body: await satisfaction.read(talkOf(params.id, principal)),
      }),
    }),
    defineRoute({
      method: "put",
      path,
      summary: "Answer it, change the answer for a short time, or skip the question",
      who: "person",
      forGuests: true,
      body: rateTalkSchema,
      answer: surveySchema,
      handle: async ({ principal, params, body }) => ({
        body: await satisfaction.rate({ ...talkOf(params.id, principal), answer: body }),
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/satisfaction/open",
      summary: "The newest talk of this person that they were asked about and have not rated",
      who: "person",
      forGuests: true,
      answer: openSurveySchema,
      handle: async ({ principal }) => ({
        body: await satisfaction.readOpen(requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/conversations/:id/survey",
      summary: "Whether the requester of this talk is to be asked when it ends",
      who: "staff",
      answer: talkSurveySchema,
      handle: async ({ principal, params }) => {
        const id = await requireStaffSide(store, requirePrincipal(principal), params.id);
        return { body: { ask: await satisfaction.isToBeAsked(id) } };
      },
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/conversations/:id/survey",
      summary: "Leave this one talk out, or take it in; one that has ended is asked about at once",
      who: "staff",
      body: talkSurveySchema,
      answer: talkSurveySchema,
      handle: async ({ principal, params, body }) => {
        const person = requirePrincipal(principal);
        const id = await requireStaffSide(store, person, params.id);
        await satisfaction.setToBeAsked(id, { ask: body.ask, by: person.accountId });
        return { body };
      },
    }),
    ...settingsRoutes(satisfaction),
  ];
}

function settingsRoutes(satisfaction: Satisfaction): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/satisfaction/settings",
      summary: "After which talks requesters are asked, for the desk and for groups",
      who: "admin",
      answer: surveySettingsSchema,
      handle: async () => ({ body: await satisfaction.settings() }),
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/satisfaction/settings",
      summary: "Set after which talks requesters are asked; recorded with its author",
      who: "admin",
      body: surveySettingsSchema,
      answer: surveySettingsSchema,
      handle: async ({ principal, body }) => {
        await satisfaction.saveSettings(body, requirePrincipal(principal).accountId);
        return { body: await satisfaction.settings() };
      },
    }),
  ];
}

function talkOf(id: string | undefined, principal: Principal | undefined) {
  return { conversationId: toId(id), requesterId: requirePrincipal(principal).accountId };
}

/** Staff who see the talk from their side; nobody decides about a talk of their own. */
async function requireStaffSide(store: Store, person: Principal, text: string | undefined): Promise<string> {
  const id = toId(text);
  if ((await sideOf(store.db, person, id)) === "agent") return id;
  throw new AppError("conversation/not-found", "There is no such conversation of yours.");
}

function toId(text: string | undefined): string {
  const id = z.safeParse(idSchema, text);
  if (!id.success) throw new AppError("survey/not-found", "There is no such talk.");
  return id.data;
}
