import { z } from "zod";
import type { Called } from "../../outgoing/index.js";
import { parseJson, type RestRequest } from "../rest.js";
import { type DeskChange, DeskError, type NewDeskTicket } from "../ticket-desk.js";

const titleCharsMost = 250;
/** A pending state is refused without a time; people there set another. */
const pendingMs = 7 * 24 * 3_600_000;

export const userSchema = z.looseObject({
  id: z.int(),
  login: z.string(),
  firstname: z.string().nullish(),
  lastname: z.string().nullish(),
});
export const createdSchema = z.looseObject({ id: z.int(), number: z.string() });
export const ticketSchema = createdSchema.extend({
  title: z.string(),
  state: z.string(),
  priority: z.string(),
  owner_id: z.int(),
  updated_at: z.string(),
});
export const articleSchema = z.looseObject({
  id: z.int(),
  from: z.string().nullish(),
  body: z.string(),
  content_type: z.string().nullish(),
  internal: z.boolean(),
  created_by_id: z.int(),
  /** "Agent", "Customer" or "System". */
  sender: z.string().nullish(),
  attachments: z.array(z.looseObject({ filename: z.string() })).nullish(),
});
export const namesSchema = z.array(z.looseObject({ name: z.string(), active: z.boolean().nullish() }));
export type User = z.infer<typeof userSchema>;
export type Created = z.infer<typeof createdSchema>;
export type Article = z.infer<typeof articleSchema>;
type Names = z.infer<typeof namesSchema>;

/** How the parts of this adapter ask. */
export interface ZammadCalls {
  get<T>(path: string, schema: z.ZodType<T>, query?: Record<string, string>): Promise<T>;
  ask(request: RestRequest): Promise<Called>;
  whoAmI(): Promise<User>;
}

export function toMark(reference: string): string {
  return `[${reference}]`;
}

/** The customer is found by the e-mail address there, and made where there is none. */
export function toTicketJson(wish: NewDeskTicket, ownId: number): Record<string, unknown> {
  const { name, email } = wish.requester;
  const [firstname = name, ...rest] = name.split(" ");
  const mark = toMark(wish.reference);
  return {
    title: `${wish.title.slice(0, titleCharsMost - mark.length - 1)} ${mark}`,
    group: wish.place,
    state: wish.state,
    priority: wish.priority,
    ...(email === undefined
      ? { customer_id: ownId }
      : { customer: { firstname, lastname: rest.join(" "), email } }),
    article: {
      subject: wish.title.slice(0, titleCharsMost),
      body: wish.text,
      content_type: "text/plain",
      type: "note",
      sender: "Customer",
      internal: false,
    },
  };
}

export function toChangeJson({ state, priority }: DeskChange, at: number): Record<string, unknown> {
  const isPending = state?.startsWith("pending") ?? false;
  return {
    ...(state === undefined ? {} : { state }),
    ...(isPending ? { pending_time: new Date(at + pendingMs).toISOString() } : {}),
    ...(priority === undefined ? {} : { priority }),
  };
}

export function toName({ firstname, lastname, login }: User): string {
  return [firstname, lastname].filter(Boolean).join(" ") || login;
}

/** "Bob Smith <bob@example.com>" */
export function toSender(from: string | null | undefined): string {
  return from?.replace(/\s*<[^>]*>\s*$/, "") ?? "";
}

export function toChoices(names: Names) {
  return names
    .filter(({ active, name }) => active !== false && name !== "merged" && name !== "removed")
    .map(({ name }) => ({ value: name, label: name }));
}

export function onlyWhenRefused(error: unknown): Names {
  if (error instanceof DeskError && error.kind === "refused") return [];
  throw error;
}

const errorSchema = z.looseObject({ error: z.string().nullish(), error_human: z.string().nullish() });

export function saidBy({ body }: Called): string {
  const said = errorSchema.safeParse(parseJson(body)).data;
  return said?.error_human ?? said?.error ?? "";
}
