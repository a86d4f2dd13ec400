import type { Availability } from "../../../../contract/account.js";
import { useConsoleState, useConsoleTexts } from "../console-context.js";
import work from "../work/work.module.css";

/** Whether a colleague is there, as everybody sees it: offline without a line, otherwise what they have set. */
export function useAvailability(accountId: string): Availability {
  return useConsoleState(({ agents, me, availability }) => {
    if (accountId === me.id) return availability;
    const agent = agents.find(({ id }) => id === accountId);
    return agent?.online ? agent.status : "offline";
  });
}

export function AvailabilityDot({ accountId }: { accountId: string }) {
  const t = useConsoleTexts();
  const label = t(`availability.${useAvailability(accountId)}`);
  const status = useAvailability(accountId);
  return <span role="img" aria-label={label} title={label} className={work.dot} data-status={status} />;
}
