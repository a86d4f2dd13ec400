export type { UnreadyParameter } from "./check-value.js";
export type { ParameterDefinition, ReferenceKind } from "./definition.js";
export type { ParameterItem } from "./parameter-item.js";
export type { ParameterChange, RecordedChange } from "./parameter-rows.js";
export { createParameters, type Parameters, type ParametersOptions } from "./parameters.js";
export type { RawValue } from "./parse-value.js";
export { createReferences, type Reference, type References } from "./references.js";
