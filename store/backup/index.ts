export { type BackupPlace, backUp } from "./back-up.js";
export { BackupError } from "./backup-error.js";
export { finishRestore } from "./finish-restore.js";
export type { Manifest } from "./manifest.js";
export { restore } from "./restore.js";
