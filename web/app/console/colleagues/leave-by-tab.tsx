import { CloseButton } from "@mantine/core";
import type { Consult } from "../../../../contract/consult.js";
import { useConsoleState, useConsoleTexts } from "../console-context.js";
import { nameConsult } from "./consult-name.js";
import { EndQuestion } from "./consult-window.js";
import { useLeaveConsult } from "./use-leave-consult.js";

/** Closing the window of a consult is leaving it (S4-27). */
export function LeaveByTab({ consult }: { consult: Consult }) {
  const t = useConsoleTexts();
  const meId = useConsoleState(({ me }) => me.id);
  const { leave, question, settle } = useLeaveConsult(consult);
  return (
    <>
      <CloseButton
        size="xs"
        aria-label={t("consult.close", { name: nameConsult(consult, meId, t) })}
        onClick={leave}
      />
      <EndQuestion consult={consult} opened={question} onSettle={settle} />
    </>
  );
}
