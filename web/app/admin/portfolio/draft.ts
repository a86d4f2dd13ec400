import type { LocalizedText } from "../../../../contract/locale-schema.js";
import type {
  ActivityForm,
  ActivityStatus,
  AdminPortfolio,
  CatalogForm,
  Phase,
  ServiceForm,
} from "../../../../contract/portfolio.js";
import type { ActivityField, TicketKind } from "../../../../contract/ticket.js";
import type { AnyForm } from "../../shared/admin-api.js";

export const phases: readonly Phase[] = ["pipeline", "catalog", "obsolete"];
export const statuses: readonly ActivityStatus[] = [
  "active",
  "under-analysis",
  "in-creation",
  "in-design",
  "inactive",
];
export const fieldTypes: readonly ActivityField["type"][] = ["text", "email", "date", "number", "choice"];

export type TreeType = "catalog" | "service" | "activity";
export type Texts = { en: string; es: string; pt: string };

export interface OptionDraft {
  readonly id: number;
  value: string;
  label: Texts;
}

export interface FieldDraft {
  readonly id: number;
  name: string;
  label: Texts;
  ask: Texts;
  type: ActivityField["type"];
  required: boolean;
  maxChars: number | "";
  options: OptionDraft[];
}

/** An item while it is being written: every text is there, empty where nothing was written. */
export interface Draft {
  key: string;
  name: Texts;
  description: Texts;
  viaChat: boolean;
  position: number;
  groupIds: string[];
  phase: Phase;
  catalogId: string;
  serviceId: string;
  kind: TicketKind;
  status: ActivityStatus;
  groupId: string;
  fields: FieldDraft[];
  /** One sentence per line. */
  samples: Texts;
}

export interface Said {
  readonly text: string;
  readonly language: keyof Texts;
}

export type TreeItem =
  | { readonly type: "catalog"; readonly item: AdminPortfolio["catalogs"][number] }
  | { readonly type: "service"; readonly item: AdminPortfolio["services"][number] }
  | { readonly type: "activity"; readonly item: AdminPortfolio["activities"][number] };

const noText = (): Texts => ({ en: "", es: "", pt: "" });

export function emptyDraft(parentId: string, position: number, said?: Said): Draft {
  const begun = said === undefined ? {} : { [said.language]: said.text };
  return {
    key: "",
    name: { ...noText(), ...begun },
    description: noText(),
    viaChat: true,
    position,
    groupIds: [],
    phase: "catalog",
    catalogId: parentId,
    serviceId: parentId,
    kind: "request",
    status: "active",
    groupId: "",
    fields: [],
    samples: { ...noText(), ...begun },
  };
}

export function emptyField(id: number): FieldDraft {
  return {
    id,
    name: "",
    label: noText(),
    ask: noText(),
    type: "text",
    required: true,
    maxChars: "",
    options: [],
  };
}

export function emptyOption(id: number): OptionDraft {
  return { id, value: "", label: noText() };
}

export function toDraft({ type, item }: TreeItem): Draft {
  const { key = "", name, description, viaChat, position, groupIds } = item;
  const shared = { key, viaChat, position, groupIds: [...groupIds] };
  const texts = { name: toTexts(name), description: toTexts(description) };
  const draft = { ...emptyDraft("", 0), ...shared, ...texts };
  if (type === "catalog") return { ...draft, phase: item.phase };
  if (type === "service") return { ...draft, phase: item.phase, catalogId: item.catalogId };
  const { serviceId, kind, status, groupId = "", fields, samples } = item;
  const lines = (language: "en" | "es" | "pt") => (samples[language] ?? []).join("\n");
  return {
    ...draft,
    serviceId,
    kind,
    status,
    groupId,
    fields: fields.map(toFieldDraft),
    samples: { en: lines("en"), es: lines("es"), pt: lines("pt") },
  };
}

export function toForm(type: TreeType, draft: Draft): AnyForm {
  const { key, name, description, viaChat, position, groupIds, phase, catalogId } = draft;
  const shared = {
    ...(key.trim() === "" ? {} : { key: key.trim() }),
    name: toLocalized(name),
    description: toLocalized(description),
    viaChat,
    position,
    groupIds,
  };
  if (type === "catalog") return { ...shared, phase } satisfies CatalogForm;
  if (type === "service") return { ...shared, phase, catalogId } satisfies ServiceForm;
  const { serviceId, kind, status, groupId, fields, samples } = draft;
  return {
    ...shared,
    serviceId,
    kind,
    status,
    ...(groupId === "" ? {} : { groupId }),
    fields: fields.map(toField),
    samples: { en: toLines(samples.en), es: toLines(samples.es), pt: toLines(samples.pt) },
  } satisfies ActivityForm;
}

function toFieldDraft(field: ActivityField, id: number): FieldDraft {
  const { name, label, ask, type, required, maxChars = "", options = [] } = field;
  return {
    id,
    name,
    label: toTexts(label),
    ask: toTexts(ask),
    type,
    required,
    maxChars,
    options: options.map((option, index) => ({
      id: index,
      value: option.value,
      label: toTexts(option.label),
    })),
  };
}

function toField({ name, label, ask, type, required, maxChars, options }: FieldDraft): ActivityField {
  return {
    name,
    label: toLocalized(label),
    ask: toLocalized(ask),
    type,
    required,
    ...(type === "text" && maxChars !== "" ? { maxChars } : {}),
    ...(type === "choice"
      ? {
          options: options.map((option) => ({
            value: option.value.trim(),
            label: toLocalized(option.label),
          })),
        }
      : {}),
  };
}

function toTexts({ en, es = "", pt = "" }: LocalizedText): Texts {
  return { en, es, pt };
}

function toLocalized({ en, es, pt }: Texts): LocalizedText {
  const present = (text: string) => (text.trim() === "" ? undefined : text.trim());
  return { en: en.trim(), es: present(es), pt: present(pt) };
}

function toLines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** `Cost centre` → `costCentre`: the name under which an answer is kept. */
export function toFieldName(label: string): string {
  const words = label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const camel = words.map((word, index) =>
    index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
  );
  return camel.join("").replace(/^[^a-z]+/, "");
}
