import { useDocumentTitle, useLocalStorage } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import { listWaiting } from "../state/console-state.js";
import { useUnreadTotal } from "../talk/use-unread.js";
import { playChime } from "./play-chime.js";

/** Whether new work is heard in this browser. */
export function useSound() {
  return useLocalStorage<boolean>({
    key: "deskhand.console.sound",
    defaultValue: true,
    getInitialValueInEffect: false,
  });
}

/** Tells of new work where it is seen and heard: the title of the window and a short sound. */
export function useNewWork(): void {
  const t = useConsoleTexts();
  const { store } = useConsole();
  const waiting = useConsoleState((state) => listWaiting(state).length);
  const arrivals = useConsoleState((state) => state.arrivals);
  const unread = useUnreadTotal();
  const [sound] = useSound();
  const told = useRef({ arrivals, unread });

  const offered = useConsoleState((state) => state.offers.size);
  const total = waiting + unread;
  const mark = offered > 0 ? `(!) ${t("offer.title")} · ` : total > 0 ? `(${total}) ` : "";
  useDocumentTitle(`${mark}${t("title")}`);

  useEffect(() => {
    const grew = arrivals > told.current.arrivals || unread > told.current.unread;
    const settled = store.getState().phase === "ready";
    told.current = { arrivals, unread };
    if (grew && settled && sound) playChime();
  }, [arrivals, unread, sound, store]);
}
