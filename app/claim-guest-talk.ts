import { AppError, type Principal } from "../contract/index.js";
import type { Conversations } from "../conversation/index.js";
import type { Store } from "../store/index.js";

export type ClaimGuestTalk = (claim: {
  readonly person: Principal;
  /** Whoever holds it was the guest. */
  readonly guest: Principal | undefined;
}) => Promise<{ readonly conversationId: string }>;

/**
 * Gives a guest's talk, with what came of it, to the person the guest turned out to be. Once, and only to the holder of
 * the guest's session: the session is used up by it. Throws `guest/nothing-to-claim`.
 */
export function createClaimGuestTalk(parts: {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly now: () => number;
  /** Closes the guest's sockets and forgets the session, on every node. */
  readonly endSessionsOf: (accountId: string) => Promise<void>;
}): ClaimGuestTalk {
  const { store, conversations, now, endSessionsOf } = parts;
  return async ({ person, guest }) => {
    if (!guest?.guest || person.guest) throw nothing();
    const conversationId = await store.db.transaction().execute(async (trx) => {
      // The winner of two that claim at once is the one who takes the session away.
      const session = await trx
        .deleteFrom("session")
        .where("id", "=", guest.sessionId)
        .returning("id")
        .executeTakeFirst();
      const talk = await trx
        .selectFrom("conversation")
        .select(["id", "owner_kind"])
        .where("requester_id", "=", guest.accountId)
        .where("channel", "=", "web")
        .where("owner_kind", "<>", "none")
        .executeTakeFirst();
      if (session === undefined || talk === undefined) throw nothing();
      await makeRoom(trx, { conversations, person, at: now() });
      await move(trx, talk.id, { guest, person });
      return talk.id;
    });
    await endSessionsOf(guest.accountId);
    conversations.announce({ conversationIds: [conversationId] });
    return { conversationId };
  };
}

type Trx = Parameters<Conversations["moveOwnerIn"]>[0];

/** One open talk per person: one with the assistant gives way, one with people does not. */
async function makeRoom(
  trx: Trx,
  { conversations, person, at }: { conversations: Conversations; person: Principal; at: number },
): Promise<void> {
  const present = await trx
    .selectFrom("conversation")
    .select(["id", "owner_kind"])
    .where("requester_id", "=", person.accountId)
    .where("channel", "=", "web")
    .where("owner_kind", "<>", "none")
    .executeTakeFirst();
  if (present === undefined) return;
  const moved = await conversations.moveOwnerIn(trx, {
    conversationId: present.id,
    from: ["assistant"],
    to: { kind: "none" },
    now: at,
  });
  if (moved.status !== "moved") {
    throw new AppError("conversation/move-refused", "You are in a talk with an attendant; end it first.");
  }
}

async function move(
  trx: Trx,
  id: string,
  { guest, person }: { readonly guest: Principal; readonly person: Principal },
): Promise<void> {
  const { accountId, name } = person;
  await trx.updateTable("conversation").set({ requester_id: accountId }).where("id", "=", id).execute();
  await trx
    .updateTable("message")
    .set({ sender_id: accountId, sender_name: name })
    .where("conversation_id", "=", id)
    .where("sender_id", "=", guest.accountId)
    .execute();
  await trx
    .updateTable("receipt")
    .set({ account_id: accountId })
    .where("conversation_id", "=", id)
    .where("account_id", "=", guest.accountId)
    .execute();
  await trx
    .updateTable("attendance")
    .set({ requester_id: accountId })
    .where("conversation_id", "=", id)
    .execute();
  await trx
    .updateTable("ticket")
    .set({ requester_id: accountId })
    .where("requester_id", "=", guest.accountId)
    .execute();
}

function nothing(): AppError {
  return new AppError("guest/nothing-to-claim", "There is no talk of a guest to take along.");
}
