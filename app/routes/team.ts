import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import { AppError, idSchema, type Principal } from "../../contract/index.js";
import { pastTalkSchema, tagsSchema, talkTeamSchema, wallSchema } from "../../contract/team/index.js";
import { sideOf } from "../../conversation/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Domains } from "../domains.js";

export type TeamRouteParts = Pick<Domains, "store" | "team" | "wall" | "tickets" | "conversations">;

const tagList = z.object({ items: z.array(z.string()) });

/** What agents share about a talk; to a requester none of it exists. */
export function teamRoutes({ store, team, wall, tickets, conversations }: TeamRouteParts): Route[] {
  const talkOf = async (person: Principal, text: string | undefined): Promise<string> => {
    const id = idSchema.safeParse(text);
    const side = id.success ? await sideOf(store.db, person, id.data) : undefined;
    const row = id.success ? await conversations.byId(id.data) : undefined;
    if (!id.success || side !== "agent" || row?.kind !== "talk") {
      throw new AppError("conversation/not-found", "There is no such conversation of yours.");
    }
    return id.data;
  };
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/conversations/joined",
      summary: "Talks this agent was added to and has not left",
      who: "staff",
      answer: z.object({ items: z.array(idSchema) }),
      handle: async ({ principal }) => ({
        body: { items: await team.participants.joinedBy(requirePrincipal(principal).accountId) },
      }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/conversations/:id/team",
      summary: "Who takes part and who looks on, the notes of colleagues and the tags",
      who: "staff",
      answer: talkTeamSchema,
      handle: async ({ principal, params }) => {
        const person = requirePrincipal(principal);
        const id = await talkOf(person, params.id);
        await team.watching.note(person, id);
        const [participants, notes, tags] = await Promise.all([
          team.participants.of(id),
          team.notes.of(id),
          team.tags.of("conversation", id),
        ]);
        return { body: { participants, viewers: team.viewing.of(id), tags, notes } };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/conversations/:id/past",
      summary: "Other talks of the same requester, as far as this agent may see them",
      who: "staff",
      answer: z.object({ items: z.array(pastTalkSchema) }),
      handle: async ({ principal, params }) => {
        const person = requirePrincipal(principal);
        return { body: { items: await team.pastTalks(await talkOf(person, params.id), person) } };
      },
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/conversations/:id/tags",
      summary: "Set the tags of a talk",
      who: "staff",
      body: tagsSchema,
      answer: tagList,
      handle: async ({ principal, params, body }) => {
        const person = requirePrincipal(principal);
        const id = await talkOf(person, params.id);
        return { body: { items: await team.tags.replace("conversation", id, body.tags, person.accountId) } };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/tickets/:number/tags",
      summary: "The tags of a ticket",
      who: "staff",
      answer: tagList,
      handle: async ({ principal, params, locale }) => {
        const ticket = await tickets.byNumber(requirePrincipal(principal), params.number ?? "", locale);
        return { body: { items: await team.tags.of("ticket", ticket.id) } };
      },
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/tickets/:number/tags",
      summary: "Set the tags of a ticket",
      who: "staff",
      body: tagsSchema,
      answer: tagList,
      handle: async ({ principal, params, body, locale }) => {
        const person = requirePrincipal(principal);
        const ticket = await tickets.byNumber(person, params.number ?? "", locale);
        return { body: { items: await team.tags.replace("ticket", ticket.id, body.tags, person.accountId) } };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/tags",
      summary: "Tags in use that begin so",
      who: "staff",
      query: z.object({ q: z.string().max(40).default("") }),
      answer: tagList,
      handle: async ({ query }) => ({ body: { items: await team.tags.suggest(query.q.toLowerCase()) } }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/wall",
      summary: "The whole desk as supervisors see it: who waits, who talks with whom, how loaded they are",
      who: "staff",
      answer: wallSchema,
      handle: async ({ principal }) => {
        const { role } = requirePrincipal(principal);
        if (role !== "supervisor" && role !== "admin") {
          throw new AppError("access/denied", "Only supervisors see the wall.");
        }
        return { body: await wall.snapshot() };
      },
    }),
  ];
}
