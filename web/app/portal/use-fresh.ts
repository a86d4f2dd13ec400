import { useEffect, useRef } from "react";
import { useTicketNews } from "./ticket-news.js";

/** Reads again when something about the person's tickets is new, and when the page is looked at again. */
export function useFresh(reload: () => void): number {
  const news = useTicketNews();
  const known = useRef(news);
  useEffect(() => {
    if (known.current === news) return;
    known.current = news;
    reload();
  }, [news, reload]);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === "visible") reload();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [reload]);
  return news;
}
