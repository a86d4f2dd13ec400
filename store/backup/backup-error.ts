/** What the operator must know and can do something about. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}
