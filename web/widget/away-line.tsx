import type { Conversation } from "../../contract/conversation.js";
import { useScope } from "./context.js";

/** Tells that the attendant is not there just now, and whether an e-mail has told them (S2-19). */
export function AwayLine({ conversation }: { conversation: Conversation | undefined }) {
  const { t } = useScope();
  const isAway = conversation?.owner.kind === "agent" && !conversation.online.agent;
  const key = conversation?.mailed === "agent" ? "away.mailed" : "away.plain";
  return (
    <p class="away" role="status" hidden={!isAway}>
      {isAway && t(key, { name: conversation.owner.name ?? t("notice.somebody") })}
    </p>
  );
}
