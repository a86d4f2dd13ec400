export { type Batcher, createBatcher, createLanes } from "./batch.js";
export type { Bell } from "./bell.js";
export { connectStore, type Db, type Engine, type Store, type StoreOptions } from "./connect.js";
export { fromJson, toJson } from "./json.js";
export { migrate } from "./migrate.js";
export { newId } from "./new-id.js";
export type { NewRow, Row, Tables } from "./schema.js";
export { createShapes } from "./shapes.js";
export { isUniqueViolation } from "./violations.js";
