import type { Conversation } from "../../../../contract/conversation.js";
import { useConsoleTexts } from "../console-context.js";
import classes from "./talk.module.css";

/** Filled green while both are there, hollow green while the other is awaited (S2-17). */
export function PresenceBall({ online }: { online: boolean }) {
  const t = useConsoleTexts();
  const label = t(online ? "ball.online" : "ball.awaiting");
  return (
    <span
      role="img"
      aria-label={label}
      title={label}
      className={classes.ball}
      data-filled={online || undefined}
    />
  );
}

/** Whether both sides are there. */
export function isBothOnline(conversation: Conversation | undefined): boolean {
  const { requester, agent } = conversation?.online ?? { requester: false, agent: false };
  return requester && agent;
}
