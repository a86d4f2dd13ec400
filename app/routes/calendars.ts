import { z } from "zod";
import { type Calendars, requirePrincipal } from "../../config/index.js";
import { AppError, calendarFormSchema, calendarSchema, idSchema } from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";

export interface CalendarRouteParts {
  readonly calendars: Calendars;
}

const path = "/api/v1/calendars";

/** Opening hours and holidays, as admins keep them. */
export function calendarRoutes({ calendars }: CalendarRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path,
      summary: "Calendars with their hours, holidays, and what uses them",
      who: "admin",
      answer: z.object({ items: z.array(calendarSchema) }),
      handle: async () => ({ body: { items: await calendars.list() } }),
    }),
    defineRoute({
      method: "post",
      path,
      summary: "Make a calendar",
      who: "admin",
      success: 201,
      body: calendarFormSchema,
      answer: calendarSchema,
      handle: async ({ principal, body }) => ({
        status: 201,
        body: await calendars.create(body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "get",
      path: `${path}/:id`,
      summary: "One calendar",
      who: "admin",
      answer: calendarSchema,
      handle: async ({ params }) => {
        const id = toId(params.id);
        const found = (await calendars.list()).find((calendar) => calendar.id === id);
        if (found === undefined) throw new AppError("calendar/not-found", "There is no such calendar.");
        return { body: found };
      },
    }),
    defineRoute({
      method: "put",
      path: `${path}/:id`,
      summary: "Change a calendar; holds at once on every node",
      who: "admin",
      body: calendarFormSchema,
      answer: calendarSchema,
      handle: async ({ principal, params, body }) => ({
        body: await calendars.update(toId(params.id), body, requirePrincipal(principal).accountId),
      }),
    }),
    defineRoute({
      method: "del",
      path: `${path}/:id`,
      summary: "Remove a calendar that nothing uses",
      who: "admin",
      success: 204,
      handle: async ({ principal, params }) => {
        await calendars.remove(toId(params.id), requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
  ];
}

function toId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("calendar/not-found", "There is no such calendar.");
  return id.data;
}
