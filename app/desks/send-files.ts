import type { Row } from "../../store/index.js";
import { copiesOf, forgetCopy, saveCopy } from "./links.js";
import type { SyncParts } from "./sync-ticket.js";
import { DeskError } from "./ticket-desk.js";

/** Attaches what hangs on the ticket here and not there; each once, also after a try whose end is not known. */
export async function sendFiles(
  parts: SyncParts,
  { ticketId, remoteId }: { readonly ticketId: string; readonly remoteId: string },
): Promise<void> {
  const { db } = parts.store;
  const rows = await db
    .selectFrom("file")
    .selectAll()
    .where("ticket_id", "=", ticketId)
    .where("is_whole", "=", 1)
    .orderBy("id")
    .execute();
  if (rows.length === 0) return;
  const copies = new Map(
    (await copiesOf(db, ticketId))
      .filter(({ kind }) => kind === "file")
      .map((copy) => [copy.object_id, copy]),
  );
  for (const row of rows) {
    const copy = copies.get(row.id);
    if (copy?.state === "same" || copy?.state === "refused") continue;
    await sendFile(parts, { row, remoteId, ticketId, isAgain: copy !== undefined });
  }
}

async function sendFile(
  { store, other, files, desk, now }: SyncParts,
  sending: {
    readonly row: Row<"file">;
    readonly remoteId: string;
    readonly ticketId: string;
    readonly isAgain: boolean;
  },
): Promise<void> {
  const { row, remoteId, ticketId } = sending;
  const { db } = store;
  const copy = {
    ...{ ticket_id: ticketId, object_id: row.id, kind: "file" as const },
    ...{ remote_id: null, reason: null, at: now() },
  };
  const file = { name: row.name, type: row.type, caption: `${row.name} (DH-${desk.mark}-${row.id})` };
  await saveCopy(db, { ...copy, state: "sending" });
  try {
    const earlier = sending.isAgain ? await other.findAttached(remoteId, file) : undefined;
    const there = earlier ?? (await other.attach(remoteId, { ...file, bytes: await files.bytesOf(row.id) }));
    await saveCopy(db, { ...copy, state: "same", remote_id: there });
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    if (error.kind === "refused") return saveCopy(db, { ...copy, state: "refused", reason: error.message });
    if (!error.isUnsure) await forgetCopy(db, copy);
    throw error;
  }
}
