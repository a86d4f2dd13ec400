import type { TreeType } from "./draft.js";

/** Where items of a type live on the server. */
export const listOf = {
  catalog: "catalogs",
  service: "services",
  activity: "activities",
} as const satisfies Record<TreeType, string>;
