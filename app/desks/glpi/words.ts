import { z } from "zod";
import { toPlainText, toSimpleHtml } from "../plain-text.js";
import type { DeskChoice, NewDeskTicket } from "../ticket-desk.js";

/** Numbers come as numbers or as text, as the database driver there likes. */
const numberSchema = z.coerce.number();

export const createdSchema = z.looseObject({ id: numberSchema });
export const ticketSchema = z.looseObject({
  id: numberSchema,
  status: numberSchema,
  priority: numberSchema,
  date_mod: z.string(),
  is_deleted: numberSchema.optional(),
});
export const ticketsSchema = z.array(z.looseObject({ id: numberSchema, externalid: z.string().nullish() }));
export const actorsSchema = z.array(z.looseObject({ users_id: numberSchema, type: numberSchema }));
export type Actors = z.infer<typeof actorsSchema>;
export const writtenSchema = z.array(
  z.looseObject({
    id: numberSchema,
    users_id: numberSchema,
    content: z.string().nullish(),
    is_private: numberSchema.optional(),
    date_creation: z.string().nullish(),
  }),
);
export type Written = z.infer<typeof writtenSchema>[number];
export const userSchema = z.looseObject({
  name: z.string(),
  realname: z.string().nullish(),
  firstname: z.string().nullish(),
});
export const categoriesSchema = z.array(
  z.looseObject({ id: numberSchema, completename: z.string().nullish(), name: z.string().nullish() }),
);
export const documentsSchema = z.array(z.looseObject({ id: numberSchema, name: z.string().nullish() }));
/** Rows of the search, by the numbers of its columns. */
export const searchSchema = z.looseObject({
  totalcount: numberSchema,
  data: z.array(z.record(z.string(), z.unknown())).optional(),
});
export const updatedSchema = z.array(z.looseObject({ message: z.string().optional() }));

/** Columns of GLPI's search. */
export const columns = { id: "2", changed: "19", email: "5" } as const;
/** Of the people of a ticket: who asked, and who works on it. */
export const requesterType = 1;
export const assignedType = 2;

/** Fixed there (CommonITILObject); only their names follow the language. */
export const states: readonly DeskChoice[] = [
  { value: "1", label: "1 · New" },
  { value: "2", label: "2 · Processing (assigned)" },
  { value: "3", label: "3 · Processing (planned)" },
  { value: "4", label: "4 · Pending" },
  { value: "5", label: "5 · Solved" },
  { value: "6", label: "6 · Closed" },
];
export const priorities: readonly DeskChoice[] = [
  { value: "1", label: "1 · Very low" },
  { value: "2", label: "2 · Low" },
  { value: "3", label: "3 · Medium" },
  { value: "4", label: "4 · High" },
  { value: "5", label: "5 · Very high" },
  { value: "6", label: "6 · Major" },
];

const nameCharsMost = 250;
const incident = 1;
const request = 2;

export function toTicketInput(
  wish: NewDeskTicket,
  requester: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const category = Number(wish.place);
  return {
    name: wish.title.slice(0, nameCharsMost),
    content: toSimpleHtml(wish.text),
    type: wish.kind === "incident" ? incident : request,
    status: Number(wish.state),
    priority: Number(wish.priority),
    externalid: wish.reference,
    ...(Number.isInteger(category) && category > 0 ? { itilcategories_id: category } : {}),
    ...requester,
  };
}

/** Rich text is kept there with its marks escaped, and by some versions given out so. */
export function toWords(content: string | null | undefined): string {
  const text = toPlainText(content ?? "");
  return /<\/?[a-z][^>]*>/i.test(text) ? toPlainText(text) : text;
}

export function toName({ name, realname, firstname }: z.infer<typeof userSchema>): string {
  return [firstname, realname].filter(Boolean).join(" ") || name;
}

/** Times there have no zone: they are compared as what they are. */
export function shiftTime(text: string, ms: number): string {
  const at = Date.parse(`${text.replace(" ", "T")}Z`);
  if (Number.isNaN(at)) return text;
  return new Date(at + ms).toISOString().slice(0, 19).replace("T", " ");
}
