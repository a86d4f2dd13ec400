import { useCallback, useSyncExternalStore } from "react";
import { useConsole, useConsoleState } from "../console-context.js";

/** How many messages of these talks, or of all open ones, have not been read; a number, so that nothing draws without need. */
export function useUnreadTotal(of?: readonly string[]): number {
  const { talkOf } = useConsole();
  const allIds = useConsoleState((state) => state.openIds);
  const openIds = of ?? allIds;
  const subscribe = useCallback(
    (listener: () => void) => {
      const leave = openIds.map((id) => talkOf(id).subscribe(listener));
      return () => {
        for (const end of leave) end();
      };
    },
    [openIds, talkOf],
  );
  const getSnapshot = useCallback(
    () => openIds.reduce((sum, id) => sum + talkOf(id).getSnapshot().unread, 0),
    [openIds, talkOf],
  );
  return useSyncExternalStore(subscribe, getSnapshot);
}
