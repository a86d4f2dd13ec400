import { useCallback, useSyncExternalStore } from "react";
import { useConsole, useConsoleState } from "../console-context.js";

/** How many messages of all open talks have not been read; a number, so that nothing draws without need. */
export function useUnreadTotal(): number {
  const { talkOf } = useConsole();
  const openIds = useConsoleState((state) => state.openIds);
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
