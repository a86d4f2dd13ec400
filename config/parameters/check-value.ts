import { AppError, inLocale, type Locale } from "../../contract/index.js";
import type { ParameterDefinition } from "./definition.js";
import { definitionOf } from "./definitions/index.js";
import { parseValue, type RawValue } from "./parse-value.js";
import type { References } from "./references.js";

export interface UnreadyParameter {
  readonly number: number;
  readonly name: string;
  readonly problem: "missing" | "dangling";
}

/** The stored form of a value. Throws `parameter/refused` with the reason, also for an id that points at nothing. */
export async function requireValue(
  definition: ParameterDefinition,
  raw: RawValue,
  references: References,
): Promise<string> {
  const parsed = parseValue(definition, raw);
  if (!parsed.ok) throw refused(definition, parsed.reason);
  const { refersTo } = definition;
  const dangles =
    parsed.value !== "" && refersTo !== undefined && !(await references.exists(refersTo, parsed.value));
  if (dangles) throw refused(definition, `There is no ${refersTo} with this id.`);
  return parsed.value;
}

/** Whether a parameter that must point at something has no value, or one that points at nothing. */
export async function findFault(
  which: { readonly number: number; readonly value: string; readonly locale: Locale },
  references: References,
): Promise<UnreadyParameter[]> {
  const { number, value, locale } = which;
  const definition = definitionOf(number);
  if (definition?.refersTo === undefined) return [];
  const name = inLocale(definition.name, locale);
  if (value === "") return [{ number, name, problem: "missing" }];
  return (await references.exists(definition.refersTo, value)) ? [] : [{ number, name, problem: "dangling" }];
}

function refused(definition: ParameterDefinition, reason: string): AppError {
  const { number } = definition;
  return new AppError("parameter/refused", `Parameter ${number} (${definition.name.en}): ${reason}`, {
    details: { number, reason },
  });
}
