import { useMantineColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import { loadChat } from "../shared/chat-script.js";
import { useLocale } from "../shared/desk.js";

/** The assistant beside the log-in, for people who cannot or need not log in, where guest mode is on (S2-X1). */
export function useGuestChat(session: "in" | "out"): void {
  const locale = useLocale();
  const { colorScheme } = useMantineColorScheme();
  const look = useRef({ locale, theme: colorScheme });
  look.current = { locale, theme: colorScheme };

  useEffect(() => {
    if (session === "in") return;
    let shown = true;
    admitsGuests()
      .then((admits) => (admits && shown ? loadChat() : undefined))
      .then((chat) => shown && chat?.init(look.current))
      .catch(() => undefined);
    return () => {
      shown = false;
      window.Deskhand?.destroy();
    };
  }, [session]);

  useEffect(() => window.Deskhand?.update({ locale, theme: colorScheme }), [locale, colorScheme]);
}

async function admitsGuests(): Promise<boolean> {
  const response = await fetch("/api/v1/widget", { cache: "no-cache" });
  const look: { guest?: unknown } = response.ok ? await response.json() : {};
  return look.guest !== undefined;
}
