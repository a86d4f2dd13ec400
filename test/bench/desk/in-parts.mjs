/** Below the number of values that a statement may carry on either engine. */
const atOnce = 200;

/** Inserts many rows, some hundred with each statement. */
export async function inParts(db, table, rows) {
  for (let at = 0; at < rows.length; at += atOnce) {
    await db
      .insertInto(table)
      .values(rows.slice(at, at + atOnce))
      .execute();
  }
}
