import { useEffect, useState } from "react";
import { createChatClient, keepInTab } from "../../chat/index.js";
import { useDesk, useLocale, useMe, useSession } from "../shared/desk.js";
import { readConsoleAddress } from "./address.js";
import { type Colleagues, createColleagues } from "./colleagues/colleagues.js";
import { ColleaguesProvider } from "./colleagues/colleagues-context.js";
import type { Inviting } from "./colleagues/invite-dialog.js";
import { ConsoleProvider } from "./console-context.js";
import { ConsoleScreen } from "./layout/console-screen.js";
import { ConsoleSkeleton } from "./layout/console-skeleton.js";
import { type Console, createConsole } from "./state/console.js";

interface Current {
  readonly console: Console;
  readonly colleagues: Colleagues;
  /** The consult that the address asked to start. */
  readonly inviting: Inviting | undefined;
}

/** `/agent`: where attendants work. One connection for as long as the page is open. */
export function ConsolePage() {
  const { api, session } = useDesk();
  const me = useMe();
  const locale = useLocale();
  const state = useSession();
  const token = state.status === "in" ? state.token : undefined;
  const [current, setCurrent] = useState<Current>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new language must not break the connection.
  useEffect(() => {
    const client = createChatClient({ token, locale });
    const made = createConsole({ client, api, me, keeping: keepInTab() });
    const stopWatching = client.connection.subscribe(() => {
      if (client.connection.getSnapshot().status === "refused") session.lose();
    });
    const colleagues = createColleagues({ console: made, client, api, meId: me.id });
    const { talkId, inviting } = readConsoleAddress(window.location.search);
    setCurrent({ console: made, colleagues, inviting });
    if (talkId) made.show(talkId);
    // The address then says no more than the page shows.
    if (talkId || inviting) window.history.replaceState(null, "", window.location.pathname);
    client.connect();
    return () => {
      stopWatching();
      colleagues.stop();
      made.stop();
      client.close();
    };
  }, [api, session, me, token]);

  if (!current) return <ConsoleSkeleton />;
  return (
    <ConsoleProvider value={current.console}>
      <ColleaguesProvider value={current.colleagues}>
        <ConsoleScreen inviting={current.inviting} />
      </ColleaguesProvider>
    </ConsoleProvider>
  );
}
