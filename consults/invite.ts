import type { Trx } from "../conversation/index.js";
import type { Colleague, ConsultDesk } from "./desk.js";
import { noInvitee } from "./errors.js";
import { type Named, requireJoined, transact, type Work } from "./work.js";

export interface Invitees {
  readonly accountIds: readonly string[];
  readonly groupIds: readonly string[];
}

const staffRoles = ["agent", "supervisor", "admin"];

/** Asks more colleagues to come; anybody who is in may (S4-14). Who is in already is not asked again. */
export function invite(
  desk: ConsultDesk,
  input: { readonly conversationId: string; readonly actor: Colleague; readonly invitees: Invitees },
): Promise<void> {
  return transact(desk, input.conversationId, async (work) => {
    requireJoined(work, input.actor.accountId);
    const people = await findInvitees(work.trx, input.invitees, input.actor.accountId);
    if (people.length === 0) throw noInvitee();
    await inviteIn(work, people, input.actor.accountId);
  });
}

export async function inviteIn(work: Work, people: readonly Named[], actorId: string): Promise<void> {
  for (const person of people) {
    const known = work.members.find((member) => member.account_id === person.id);
    if (known?.state === "joined" || known?.state === "invited") continue;
    const invitation = { state: "invited", invited_by: actorId, invited_at: work.now };
    if (known === undefined)
      await work.trx
        .insertInto("consult_member")
        .values(toRow(work, person.id, actorId))
        .execute();
    else await work.setMember(person.id, invitation);
    await work.say("invited", person);
  }
  await work.change({});
}

function toRow(work: Work, accountId: string, actorId: string) {
  return {
    conversation_id: work.conversation.id,
    account_id: accountId,
    state: "invited",
    invited_by: actorId,
    invited_at: work.now,
    joined_at: null,
    left_at: null,
    left_seq: null,
  };
}

/** The active attendants among the people, and of the groups, without the one who asks. */
export async function findInvitees(trx: Trx, invitees: Invitees, actorId: string): Promise<Named[]> {
  const members =
    invitees.groupIds.length === 0
      ? []
      : await trx
          .selectFrom("membership")
          .select("account_id")
          .where("group_id", "in", [...invitees.groupIds])
          .execute();
  const ids = new Set([...invitees.accountIds, ...members.map((row) => row.account_id)]);
  ids.delete(actorId);
  if (ids.size === 0) return [];
  return trx
    .selectFrom("account")
    .select(["id", "name"])
    .where("id", "in", [...ids])
    .where("active", "=", 1)
    .where("role", "in", staffRoles)
    .orderBy("name")
    .execute();
}
