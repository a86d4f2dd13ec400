import { useEffect, useState } from "react";
import type { Consult } from "../../../../contract/consult.js";
import { useColleaguesState } from "./colleagues-context.js";
import { readChatTime } from "./colleagues-state.js";

/** Chat Time as it stands now by the server's clock; counts on while it runs. */
export function useChatTime(consult: Consult): number {
  const offsetMs = useColleaguesState((state) => state.clockOffsetMs);
  const [now, setNow] = useState(() => Date.now());
  const isRunning = consult.clock.runningSince !== undefined && consult.endedAt === undefined;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return readChatTime(consult, Math.max(now, Date.now() - 1000) + offsetMs);
}
