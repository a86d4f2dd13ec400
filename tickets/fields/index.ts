export { findFields } from "./find-fields.js";
export { fold } from "./fold.js";
export { parseAnswer } from "./parse-answer.js";
export { parseFields, refused, type StoredField, storedFieldsSchema, toWireFields } from "./parse-fields.js";
export type { FieldProblem, ParsedAnswer } from "./parsed-answer.js";
