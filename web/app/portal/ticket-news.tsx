import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { createChatClient, createWritable, type Readable } from "../../chat/index.js";
import { useDesk, useLocale, useMe, useSession } from "../shared/desk.js";

/** Several facts tell of one change. */
const togetherMs = 150;

const NewsContext = createContext<Readable<number> | undefined>(undefined);

/** Hears what happens to the person's tickets for as long as the portal is open, in place of asking again and again. */
export function TicketNewsProvider({ children }: { children: ReactNode }) {
  const { session } = useDesk();
  const { id } = useMe();
  const locale = useLocale();
  const state = useSession();
  const token = state.status === "in" ? state.token : undefined;
  const [news] = useState(() => createWritable(0));

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new language must not break the connection.
  useEffect(() => {
    const client = createChatClient({ token, locale });
    let cancel = (): void => {};
    const tell = (): void => {
      cancel();
      cancel = client.timers.after(togetherMs, () => news.set(news.getSnapshot() + 1));
    };
    let round = 0;
    const watchConnection = (): void => {
      const connection = client.connection.getSnapshot();
      if (connection.status === "refused") session.lose();
      // What was told while the line was down is found by reading again.
      if (connection.status === "online" && connection.round > round && round > 0) tell();
      round = connection.round;
    };
    const cuts = [
      client.on("ticket:changed", tell),
      client.on("attendance:changed", tell),
      client.on("conversation:changed", tell),
      client.connection.subscribe(watchConnection),
    ];
    client.connect();
    return () => {
      cancel();
      for (const cut of cuts) cut();
      client.close();
    };
  }, [session, id, token]);

  return <NewsContext.Provider value={news}>{children}</NewsContext.Provider>;
}

/** Grows with each piece of news. */
export function useTicketNews(): number {
  const news = useContext(NewsContext);
  if (!news) throw new Error("useTicketNews needs a TicketNewsProvider around it.");
  const [count, setCount] = useState(news.getSnapshot);
  useEffect(() => news.subscribe(() => setCount(news.getSnapshot())), [news]);
  return count;
}
