import { useEffect, useState } from "react";
import { useDesk } from "../../shared/desk.js";
import { useConsole } from "../console-context.js";

/** Whether parameter 299 shows the way to the messages of tickets; a change is seen at once (S2-9). */
export function useMessageExchange(): boolean {
  const { api } = useDesk();
  const { client } = useConsole();
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    let heard = 0;
    const read = async (): Promise<void> => {
      const before = heard;
      const settings = await api.readConsoleSettings().catch(() => undefined);
      // What was heard meanwhile is newer.
      if (settings && before === heard) setOn(settings.messageExchange);
    };
    const cuts = [
      client.on("settings:changed", ({ messageExchange }) => {
        heard += 1;
        setOn(messageExchange);
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
  return isOn;
}
