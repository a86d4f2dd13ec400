import type { CopyKind } from "./links.js";
import { copiesOf, forgetCopy, saveCopy, setLink } from "./links.js";
import { createOwnDesk } from "./own-desk.js";
import { sameWords } from "./plain-text.js";
import type { SyncParts } from "./sync-ticket.js";
import { type DeskComment, DeskError, type DeskTicket, type NewDeskComment } from "./ticket-desk.js";

/**
 * Tells what was written here and is not there yet, oldest first. One whose telling was cut off is looked for among
 * what stands there in our name: it is told again only where it is not found.
 */
export async function sendComments(
  parts: SyncParts,
  { ticketId, there }: { readonly ticketId: string; readonly there: DeskTicket },
): Promise<void> {
  const { store, tickets, now, desk } = parts;
  const own = await createOwnDesk({ db: store.db, tickets, now, desk }).read(ticketId);
  const copies = new Map(
    (await copiesOf(store.db, ticketId)).map((copy) => [`${copy.kind}:${copy.object_id}`, copy]),
  );
  const taken = new Set([...copies.values()].flatMap(({ remote_id }) => remote_id ?? []));
  for (const comment of own.comments) {
    const copy = copies.get(comment.id);
    if (!comment.isOwn || copy?.state === "same" || copy?.state === "refused") continue;
    const wish = toWish(comment);
    const earlier =
      copy === undefined
        ? undefined
        : there.comments.find((one) => one.isOwn && !taken.has(one.id) && sameWords(one.text, wish.text));
    const remoteId = await sendOne(parts, { ticketId, remoteTicketId: there.id, comment, wish, earlier });
    if (remoteId !== undefined) taken.add(remoteId);
  }
}

interface Sending {
  readonly ticketId: string;
  readonly remoteTicketId: string;
  readonly comment: DeskComment;
  readonly wish: NewDeskComment;
  readonly earlier: DeskComment | undefined;
}

async function sendOne({ store, other, now }: SyncParts, sending: Sending): Promise<string | undefined> {
  const { ticketId, comment, wish, earlier } = sending;
  const copy = { ticket_id: ticketId, ...toObject(comment.id), remote_id: null, reason: null, at: now() };
  if (earlier === undefined) await saveCopy(store.db, { ...copy, state: "sending" });
  try {
    const remoteId = earlier?.id ?? (await other.comment(sending.remoteTicketId, wish));
    await store.db.transaction().execute(async (trx) => {
      await saveCopy(trx, { ...copy, state: "same", remote_id: remoteId });
      // A talk is told up to here; what follows is told later.
      if (copy.kind === "talk") await setLink(trx, ticketId, { told_seq: seqOf(copy.object_id) });
    });
    return remoteId;
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    if (error.kind === "refused") {
      await saveCopy(store.db, { ...copy, state: "refused", reason: error.message });
      return undefined;
    }
    if (!error.isUnsure) await forgetCopy(store.db, copy);
    throw error;
  }
}

/** All of it is written there in one name: whose words they are stands before them. */
function toWish({ author, text, isInternal, isRequesters }: DeskComment): NewDeskComment {
  return { author, isInternal, isRequesters, text: author === "" ? text : `${author}: ${text}` };
}

const kinds: readonly CopyKind[] = ["message", "event", "talk"];

/** "message:<id>", "event:<id>", "talk:<conversation>:<seq>" */
function toObject(commentId: string): { readonly kind: CopyKind; readonly object_id: string } {
  const at = commentId.indexOf(":");
  const kind = kinds.find((one) => one === commentId.slice(0, at)) ?? "event";
  return { kind, object_id: commentId.slice(at + 1) };
}

function seqOf(objectId: string): number {
  return Number(objectId.split(":").at(-1));
}
