import { AppError, type Principal } from "../../contract/index.js";
import type { Domains } from "../domains.js";

/**
 * An agent goes and the others remain (S1-29). Somebody must own the talk: when the owner goes, it passes to the one
 * who has been there longest and can take it; when nobody can, the owner is told to pass it on or to end it.
 */
export async function quitTalk(
  { conversations, handoff, team }: Pick<Domains, "conversations" | "handoff" | "team">,
  conversationId: string,
  person: Principal,
): Promise<void> {
  const talk = await conversations.byId(conversationId);
  if (talk?.owner_kind === "agent" && talk.owner_id === person.accountId) {
    await passOn();
    return;
  }
  const by = { id: person.accountId, name: person.name, isSupervisor: false };
  const outcome = await team.participants.quit({ conversationId, accountId: person.accountId, by });
  if (outcome.status === "done" || outcome.status === "repeat") return;
  // Between the look and the wish the talk came to this person, or it ended.
  if (outcome.status === "owner") await passOn();

  async function passOn(): Promise<void> {
    const attendance = await handoff.reads.ofConversation(conversationId, "staff");
    const others = (await team.participants.of(conversationId)).filter(({ id }) => id !== person.accountId);
    for (const { id } of others) {
      const to = { kind: "agent" as const, id };
      const moved = await handoff.transfer({ attendanceId: attendance?.id ?? "", actor: person, to });
      if (moved.status === "transferred") {
        team.participants.tellGone(conversationId, person.accountId, person.name);
        return;
      }
    }
    throw new AppError(
      "participant/refused",
      others.length === 0
        ? "You are the only attendant here. Transfer the talk or end it."
        : "None of the others can take the talk now. Transfer it to somebody else or end it.",
    );
  }
}
