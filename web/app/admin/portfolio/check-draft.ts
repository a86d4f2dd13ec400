import type { Draft, FieldDraft, TreeType } from "./draft.js";

export type DraftFault =
  | "fault.needed"
  | "fault.english"
  | "fault.name"
  | "fault.name-taken"
  | "fault.options"
  | "fault.key";

/** What is wrong with a draft, by the path of the input; the server checks the same and more. */
export function checkDraft(type: TreeType, draft: Draft): Record<string, DraftFault> {
  const faults: Record<string, DraftFault> = {};
  const need = (path: string, text: string, fault: DraftFault) => {
    if (text.trim() === "") faults[path] = fault;
  };
  need("name.en", draft.name.en, "fault.english");
  need("description.en", draft.description.en, "fault.english");
  if (draft.key.trim() !== "" && !/^[A-Za-z0-9][\w.:/-]*$/.test(draft.key.trim())) faults.key = "fault.key";
  if (type === "service") need("catalogId", draft.catalogId, "fault.needed");
  if (type !== "activity") return faults;
  need("serviceId", draft.serviceId, "fault.needed");
  for (const [index, field] of draft.fields.entries()) {
    Object.assign(faults, checkField(field, `fields.${index}`));
    const isTaken = draft.fields.some((other, at) => at < index && other.name === field.name);
    if (isTaken && field.name !== "") faults[`fields.${index}.name`] = "fault.name-taken";
  }
  return faults;
}

function checkField(field: FieldDraft, path: string): Record<string, DraftFault> {
  const faults: Record<string, DraftFault> = {};
  if (field.label.en.trim() === "") faults[`${path}.label.en`] = "fault.english";
  if (field.ask.en.trim() === "") faults[`${path}.ask.en`] = "fault.english";
  if (!/^[a-z][a-zA-Z0-9]*$/.test(field.name)) faults[`${path}.name`] = "fault.name";
  if (field.type !== "choice") return faults;
  if (field.options.length < 2) faults[`${path}.type`] = "fault.options";
  for (const [index, option] of field.options.entries()) {
    const at = `${path}.options.${index}`;
    if (option.value.trim() === "") faults[`${at}.value`] = "fault.needed";
    if (option.label.en.trim() === "") faults[`${at}.label.en`] = "fault.english";
    const isTaken = field.options.some((other, place) => place < index && other.value === option.value);
    if (isTaken && option.value.trim() !== "") faults[`${at}.value`] = "fault.name-taken";
  }
  return faults;
}
