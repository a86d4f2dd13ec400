import { useMantineColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import type { DeskhandApi, OpenOptions } from "../../widget/api.js";
import { loadChat } from "./chat-script.js";
import { useDesk, useLocale, useMe } from "./desk.js";

/** What the chat asks the page to show, and where that stands. */
const places: Readonly<Record<string, string>> = {
  "deskhand:view-article": "/articles",
  "deskhand:view-ticket": "/tickets",
};

export interface ChatOnPage {
  /** Without a chat (316) the page has none of it. */
  readonly available: boolean;
  /** Pages with an entry of their own show no button at the bottom. */
  readonly launcher: "shown" | "hidden";
}

/** The chat of this page, once it is there, and the last wish of before. */
let present: DeskhandApi | undefined;
let early: OpenOptions | undefined;

/** Keeps the chat on the page while it is shown, as the person logged in and in the page's look. */
export function useChat({ available, launcher }: ChatOnPage): void {
  const { session } = useDesk();
  const { id } = useMe();
  const locale = useLocale();
  const { colorScheme } = useMantineColorScheme();
  const [, navigate] = useLocation();
  const look = useRef({ locale, theme: colorScheme });
  look.current = { locale, theme: colorScheme };

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person needs another chat.
  useEffect(() => {
    if (!available) return undefined;
    let shown = true;
    const state = session.store.getState();
    const token = state.status === "in" ? state.token : undefined;
    void loadChat()
      .then((chat) => {
        if (!shown) return;
        chat.init({ ...look.current, launcher, ...(token ? { token } : {}) });
        present = chat;
        if (early) chat.open(early);
        early = undefined;
      })
      .catch(() => undefined);
    return () => {
      shown = false;
      present = undefined;
      early = undefined;
      window.Deskhand?.destroy();
    };
  }, [session, id, available, launcher]);

  useEffect(() => window.Deskhand?.update({ locale, theme: colorScheme }), [locale, colorScheme]);

  useEffect(() => {
    const show = (address: string) => (event: Event) => {
      const id = readId(event);
      if (!id) return;
      event.preventDefault();
      navigate(`${address}/${id}`);
    };
    const listening = Object.entries(places).map(([name, address]) => [name, show(address)] as const);
    for (const [name, listener] of listening) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of listening) window.removeEventListener(name, listener);
    };
  }, [navigate]);
}

/** Opens the chat, or, pressed before it is there, as soon as it is. */
export function openChat(options: OpenOptions = {}): void {
  if (present) present.open(options);
  else early = options;
}

function readId(event: Event): string | undefined {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
  const [id] = typeof detail === "object" && detail !== null ? Object.values(detail) : [];
  return typeof id === "string" ? id : undefined;
}
