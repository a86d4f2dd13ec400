import type { Colleague, ConsultDesk } from "./desk.js";
import { notInvited } from "./errors.js";
import { memberOf, requireOpen, transact } from "./work.js";

interface AttendInput {
  readonly conversationId: string;
  readonly actor: Colleague;
}

/** Accept: joins the consult and from now on hears it (S4-10). Accepting twice joins once. */
export function accept(desk: ConsultDesk, { conversationId, actor }: AttendInput): Promise<void> {
  return transact(desk, conversationId, async (work) => {
    const member = memberOf(work, actor.accountId);
    if (member === undefined) throw notInvited();
    requireOpen(work);
    if (member.state === "joined") return;
    if (member.state !== "invited") throw notInvited();
    const joining = { state: "joined", joined_at: work.now, left_at: null, left_seq: null };
    await work.setMember(actor.accountId, joining);
    await work.say("joined", { id: actor.accountId, name: actor.name });
    await work.change({});
  });
}

/** Takes the invitation off the screen; nobody else is told more than that it no longer stands. */
export function decline(desk: ConsultDesk, { conversationId, actor }: AttendInput): Promise<void> {
  return transact(desk, conversationId, async (work) => {
    if (memberOf(work, actor.accountId)?.state !== "invited") return;
    await work.setMember(actor.accountId, { state: "declined", left_at: work.now });
    await work.change({});
  });
}
