import { inLocale, type Locale } from "../../contract/index.js";
import type { ParameterDefinition } from "./definition.js";
import type { KnownValues } from "./known-values.js";
import type { Reference, References } from "./references.js";

/** A parameter as it goes over the wire; flags are "Y", "N" or, when nobody has set them, "". */
export interface ParameterItem {
  readonly number: number;
  readonly name: string;
  readonly help: string;
  readonly type: ParameterDefinition["type"];
  readonly value: string;
  /** What can be chosen, for an id of something the desk has. */
  readonly options?: readonly Reference[] | undefined;
  readonly updatedAt?: number | undefined;
  readonly updatedBy?: string | undefined;
}

export async function toItem(
  definition: ParameterDefinition,
  values: KnownValues,
  view: { readonly references: References; readonly locale: Locale },
): Promise<ParameterItem> {
  const { number, type, refersTo } = definition;
  const { references, locale } = view;
  const row = values.rowOf(number);
  return {
    number,
    name: inLocale(definition.name, locale),
    help: inLocale(definition.help, locale),
    type,
    value: values.get(number),
    options: refersTo === undefined ? undefined : await references.options(refersTo, locale),
    updatedAt: row?.updated_at,
    updatedBy: row?.by_name ?? row?.updated_by ?? undefined,
  };
}
