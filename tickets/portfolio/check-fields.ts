import type { ActivityField } from "../../contract/index.js";
import type { ItemProblem } from "./check-item.js";

/** What makes a form that nobody could fill in: two fields of one name, a choice without choices. */
export function checkFields(fields: readonly ActivityField[]): ItemProblem[] {
  return fields.flatMap((field, index) => {
    const at = `fields.${index}`;
    return [
      ...(isRepeated(
        fields.map(({ name }) => name),
        index,
      )
        ? [{ at: `${at}.name`, code: "name-taken", message: `Two fields are named "${field.name}".` }]
        : []),
      ...checkOptions(field, at),
      ...checkLength(field, at),
    ];
  });
}

function checkOptions({ name, type, options = [] }: ActivityField, at: string): ItemProblem[] {
  if (type !== "choice") {
    return options.length === 0
      ? []
      : [{ at, code: "options-misplaced", message: `"${name}" has options but is no choice.` }];
  }
  if (options.length < 2) {
    return [{ at, code: "options-needed", message: `The choice "${name}" needs two options or more.` }];
  }
  const values = options.map(({ value }) => value);
  if (values.some((value) => value.trim() === "")) {
    return [{ at, code: "option-empty", message: `An option of "${name}" has no value.` }];
  }
  return values.some((_, index) => isRepeated(values, index))
    ? [{ at, code: "option-taken", message: `Two options of "${name}" have the same value.` }]
    : [];
}

function checkLength({ name, type, maxChars }: ActivityField, at: string): ItemProblem[] {
  return maxChars === undefined || type === "text"
    ? []
    : [{ at, code: "length-misplaced", message: `"${name}" has a length but is no text.` }];
}

function isRepeated(values: readonly string[], index: number): boolean {
  const value = values[index];
  return value !== undefined && values.indexOf(value) < index;
}
