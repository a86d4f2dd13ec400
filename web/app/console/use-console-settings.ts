import { useEffect, useState } from "react";
import type { Facts } from "../../../contract/events.js";
import { useDesk } from "../shared/desk.js";
import { useConsole } from "./console-context.js";

export type ConsoleSettings = Facts["settings:changed"];

const nothingOn: ConsoleSettings = { messageExchange: false, messageNotices: false };

/** What parameters mean for the console (299, 300); a change is seen at once (S2-9). */
export function useConsoleSettings(): ConsoleSettings {
  const { api } = useDesk();
  const { client } = useConsole();
  const [settings, set] = useState(nothingOn);
  useEffect(() => {
    let heard = 0;
    const read = async (): Promise<void> => {
      const before = heard;
      const present = await api.readConsoleSettings().catch(() => undefined);
      // What was heard meanwhile is newer.
      if (present && before === heard) set(present);
    };
    const cuts = [
      client.on("settings:changed", (changed) => {
        heard += 1;
        set(changed);
      }),
      client.connection.subscribe(() => {
        if (client.connection.getSnapshot().status === "online") void read();
      }),
    ];
    void read();
    return () => {
      for (const cut of cuts) cut();
    };
  }, [api, client]);
  return settings;
}
