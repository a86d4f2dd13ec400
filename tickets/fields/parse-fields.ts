import { z } from "zod";
import {
  type ActivityField,
  AppError,
  inLocale,
  type Locale,
  localizedTextSchema,
  type Ticket,
} from "../../contract/index.js";
import { parseAnswer } from "./parse-answer.js";
import type { FieldProblem } from "./parsed-answer.js";

/** A field as a ticket keeps it: the label of that day, so that a later change of the activity rewrites no history. */
export const storedFieldsSchema = z.array(
  z.strictObject({ name: z.string(), label: localizedTextSchema, value: z.string(), display: z.string() }),
);
export type StoredField = z.infer<typeof storedFieldsSchema>[number];

/** All answers of a form. Throws `ticket/invalid-fields` whose details name every field with its problem. */
export function parseFields(
  fields: readonly ActivityField[],
  answers: Readonly<Record<string, string>>,
  context: { readonly locale: Locale; readonly now: number },
): StoredField[] {
  const problems = new Map<string, FieldProblem>();
  const names = new Set(fields.map((field) => field.name));
  for (const name of Object.keys(answers)) if (!names.has(name)) problems.set(name, "unknown-field");
  const stored = fields.flatMap((field) => {
    const answer = Object.hasOwn(answers, field.name) ? (answers[field.name] ?? "") : "";
    const parsed = parseAnswer(field, answer, context);
    if (!parsed.ok) problems.set(field.name, parsed.problem);
    if (!parsed.ok || parsed.value === "") return [];
    return [{ name: field.name, label: field.label, value: parsed.value, display: parsed.display }];
  });
  if (problems.size > 0) throw refused(problems);
  return stored;
}

export function toWireFields(stored: readonly StoredField[], locale: Locale): Ticket["fields"] {
  return stored.map(({ name, label, display }) => ({ name, label: inLocale(label, locale), value: display }));
}

/** Refusal of a form, with one problem per field. */
export function refused(problems: ReadonlyMap<string, FieldProblem>): AppError {
  const names = [...problems.keys()].join(", ");
  return new AppError("ticket/invalid-fields", `Please check these fields: ${names}.`, {
    details: { fields: Object.fromEntries(problems) },
  });
}
