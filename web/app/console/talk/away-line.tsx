import type { Conversation } from "../../../../contract/conversation.js";
import { useConsoleTexts } from "../console-context.js";
import classes from "./talk.module.css";

/** Tells at once whom one writes to without their being there, and whether an e-mail has told them (S2-19). */
export function AwayLine({ conversation }: { conversation: Conversation }) {
  const t = useConsoleTexts();
  const { online, mailed, requester, channel } = conversation;
  // Elsewhere a message reaches them without their being at our door.
  const isAway = !online.requester && channel === "web";
  return (
    <p className={classes.away} role="status" hidden={!isAway}>
      {isAway && t(mailed === "requester" ? "away.mailed" : "away.plain", { name: requester.name })}
    </p>
  );
}
