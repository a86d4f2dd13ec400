import { useMantineColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { useDesk, useLocale, useMe } from "../shared/desk.js";
import { loadChat } from "./chat-script.js";

/** Keeps the chat on the page while the portal is shown, as the person logged in and in the portal's look. */
export function useChat(): void {
  const { session } = useDesk();
  const { id } = useMe();
  const locale = useLocale();
  const { colorScheme } = useMantineColorScheme();
  const [, navigate] = useLocation();
  const look = useRef({ locale, theme: colorScheme });
  look.current = { locale, theme: colorScheme };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person needs another chat.
  useEffect(() => {
    let shown = true;
    const state = session.store.getState();
    const token = state.status === "in" ? state.token : undefined;
    void loadChat()
      .then((chat) => shown && chat.init({ ...look.current, ...(token ? { token } : {}) }))
      .catch(() => undefined);
    return () => {
      shown = false;
      window.Deskhand?.destroy();
    };
  }, [session, id]);

  useEffect(() => window.Deskhand?.update({ locale, theme: colorScheme }), [locale, colorScheme]);

  useEffect(() => {
    const show = (event: Event): void => {
      const articleId = readArticleId(event);
      if (!articleId) return;
      event.preventDefault();
      navigate(`/articles/${articleId}`);
    };
    window.addEventListener("deskhand:view-article", show);
    return () => window.removeEventListener("deskhand:view-article", show);
  }, [navigate]);
}

export function openChat(options?: { draft?: string; resume?: string }): void {
  window.Deskhand?.open(options);
}

function readArticleId(event: Event): string | undefined {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
  if (typeof detail !== "object" || detail === null || !("articleId" in detail)) return undefined;
  return typeof detail.articleId === "string" ? detail.articleId : undefined;
}
