import type { Conversation } from "../../../../contract/conversation.js";
import { useConsoleTexts } from "../console-context.js";
import classes from "./talk.module.css";

export interface Presence {
  readonly online: boolean;
  /** Nobody is awaited any more. */
  readonly ended?: boolean;
}

/** Filled green while both are there, hollow green while the other is awaited (S2-17), or no more. */
export function PresenceBall({ online, ended = false }: Presence) {
  const t = useConsoleTexts();
  const label = t(ballText({ online, ended }));
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

/** Whether both sides are there, or the talk is over. */
export function presenceOf(conversation: Conversation | undefined): Presence {
  const { requester, agent } = conversation?.online ?? { requester: false, agent: false };
  const ended = conversation?.owner.kind === "none";
  return { online: requester && agent && !ended, ended };
}

/** The name of the words for it. */
export function ballText({ online, ended }: Presence): "ball.ended" | "ball.online" | "ball.awaiting" {
  if (ended) return "ball.ended";
  return online ? "ball.online" : "ball.awaiting";
}
