import { useDocumentTitle } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { useConsole, useConsoleState, useConsoleTexts } from "../console-context.js";
import { countWaiting } from "../state/queue-count.js";
import { useUnreadTotal } from "../talk/use-unread.js";
import { playChime } from "./play-chime.js";
import { useReminder, useSound } from "./use-sound.js";

/** Where very many come one after the other the sound says no more than once. */
const chimeEveryMs = 2000;
const remindEveryMs = 20_000;

/**
 * Tells of new work where it is seen and heard: the title of the window and a short sound. A component of its own that
 * shows nothing, so that the screen is not drawn again whenever somebody comes.
 */
export function NewWork() {
  const t = useConsoleTexts();
  const { store } = useConsole();
  const waiting = useConsoleState((state) => countWaiting(state));
  const arrivals = useConsoleState((state) => state.arrivals);
  const unread = useUnreadTotal();
  const availability = useConsoleState((state) => state.availability);
  const [sound] = useSound();
  const [remind] = useReminder();
  // Who has gone off is shown what waits, and left in peace.
  const isLoud = sound && availability !== "offline";
  const isReminded = isLoud && remind && waiting > 0;
  const told = useRef({ arrivals, unread });
  const chimedAt = useRef(Number.NEGATIVE_INFINITY);

  const offered = useConsoleState((state) => state.offers.size);
  const total = waiting + unread;
  const mark = offered > 0 ? `(!) ${t("offer.title")} · ` : total > 0 ? `(${total}) ` : "";
  useDocumentTitle(`${mark}${t("title")}`);

  useEffect(() => {
    const grew = arrivals > told.current.arrivals || unread > told.current.unread;
    const settled = store.getState().phase === "ready";
    told.current = { arrivals, unread };
    if (!grew || !settled || !isLoud || performance.now() - chimedAt.current < chimeEveryMs) return;
    chimedAt.current = performance.now();
    playChime();
  }, [arrivals, unread, isLoud, store]);

  useEffect(() => {
    if (!isReminded) return;
    const timer = setInterval(playChime, remindEveryMs);
    return () => clearInterval(timer);
  }, [isReminded]);
  return null;
}
