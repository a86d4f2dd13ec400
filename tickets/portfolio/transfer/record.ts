import { z } from "zod";
import {
  activityFieldSchema,
  activityStatuses,
  type LocalizedText,
  locales,
  localizedTextSchema,
  phases,
  portfolioKeySchema,
  ticketKinds,
} from "../../../contract/index.js";
import { keyOf, type PortfolioItem } from "../item.js";
import type { PortfolioState } from "../state.js";

/** One row of a file: the item's type, where it stands in the file, and what it says of its properties. */
export interface FileRecord {
  readonly at: string;
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const key = portfolioKeySchema;
const item = {
  key,
  name: localizedTextSchema,
  description: localizedTextSchema,
  viaChat: z.boolean(),
  position: z.int().min(0).max(1_000_000),
  /** Names of groups. */
  groups: z.array(z.string()),
};
const named = z.strictObject({ key, name: z.string().trim().min(1).max(200) });

/** What a file says of an item: as its form, but with keys and names in place of ids. */
export const recordSchemas = {
  origin: named,
  contract: named,
  catalog: z.strictObject({ ...item, phase: z.enum(phases) }),
  service: z.strictObject({ ...item, phase: z.enum(phases), catalog: z.string() }),
  activity: z.strictObject({
    ...item,
    service: z.string(),
    kind: z.enum(ticketKinds),
    status: z.enum(activityStatuses),
    group: z.string().optional(),
    fields: z.array(activityFieldSchema),
    samples: z.partialRecord(z.enum(locales), z.array(z.string())),
  }),
};

export type PortfolioRecord = Readonly<Record<string, unknown>> & { readonly key: string };

/** An item as a file says it; its schema is the one of `recordSchemas` for its type. */
export function toRecord(from: PortfolioItem, state: PortfolioState): PortfolioRecord {
  const key = keyOf(from);
  switch (from.type) {
    case "origin":
    case "contract":
      return { key, name: from.form.name };
    case "catalog":
      return { key, ...common(from.form, state), phase: from.form.phase };
    case "service": {
      const { phase, catalogId } = from.form;
      return { key, catalog: keyFor(state, "catalog", catalogId), ...common(from.form, state), phase };
    }
    case "activity": {
      const { serviceId, kind, status, groupId, fields, samples } = from.form;
      const group = groupId === undefined ? {} : { group: state.groups.get(groupId) ?? groupId };
      const service = keyFor(state, "service", serviceId);
      return { key, service, kind, status, ...group, ...common(from.form, state), fields, samples };
    }
  }
}

function common(
  form: {
    readonly name: LocalizedText;
    readonly description: LocalizedText;
    readonly viaChat: boolean;
    readonly position: number;
    readonly groupIds: readonly string[];
  },
  state: PortfolioState,
) {
  const { name, description, viaChat, position } = form;
  const groups = form.groupIds.map((id) => state.groups.get(id) ?? id);
  return { name, description, viaChat, position, groups };
}

function keyFor(state: PortfolioState, type: "catalog" | "service", id: string): string {
  const found = state.find(type, id);
  return found === undefined ? id : keyOf(found);
}
