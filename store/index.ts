export { type Batcher, createBatcher } from "./batch.js";
export { connectStore, type Db, type Engine, type Store, type StoreOptions } from "./connect.js";
export { fromJson, toJson } from "./json.js";
export { migrate } from "./migrate.js";
export { newId } from "./new-id.js";
export type { NewRow, Row, Tables } from "./schema.js";
export { isUniqueViolation } from "./violations.js";
