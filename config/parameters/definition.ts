import type { LocalizedText } from "../../contract/index.js";

/** What an id points at. A unit lives outside the desk's tables, so its id is taken as it is. */
export type ReferenceKind = "origin" | "contract" | "activity" | "group" | "account" | "template" | "unit";

/** One numbered setting that an admin edits. The numbers are the documents', except those from 9000 on. */
export interface ParameterDefinition {
  readonly number: number;
  readonly name: LocalizedText;
  /** What changes when it is set, in a sentence or two. */
  readonly help: LocalizedText;
  readonly type: "flag" | "id" | "text" | "number" | "url";
  readonly refersTo?: ReferenceKind;
  /** Holds while nobody has set it; empty where the documents name none. */
  readonly defaultValue: string;
  readonly range?: { readonly min: number; readonly max: number };
}
