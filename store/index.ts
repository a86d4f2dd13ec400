export { isOwnStoreAway, isStoreAway, markAsOfStore, StoreBusyError } from "./away.js";
export { type Batcher, createBatcher, createLanes } from "./batch.js";
export {
  BackupError,
  type BackupPlace,
  backUp,
  finishRestore,
  type Manifest,
  restore,
} from "./backup/index.js";
export type { Bell } from "./bell.js";
export { type ChangeToRecord, readChanges, recordChange } from "./change-log.js";
export { type CollectedChange, collectChanges, noteChange } from "./collect-changes.js";
export { connectStore, type Db, type Engine, type Store, type StoreOptions } from "./connect.js";
export { fromCursor, toCursor } from "./cursor.js";
export { inPieces } from "./in-pieces.js";
export { fromJson, toJson } from "./json.js";
export { migrate, migrationNames } from "./migrate.js";
export { readNamedIds } from "./named-ids.js";
export { newId } from "./new-id.js";
export type { NewRow, Row, Tables } from "./schema.js";
export { saveSetting } from "./save-setting.js";
export { createReads, createShapes, listOf, lockingShapes, marksOf } from "./shapes.js";
export { isUniqueViolation } from "./violations.js";
