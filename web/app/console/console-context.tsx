import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import type { Readable, TalkSnapshot } from "../../chat/index.js";
import { type ConsoleKey, consoleTexts } from "../../texts/console.js";
import type { Translate } from "../../texts/index.js";
import { useTexts } from "../shared/desk.js";
import type { Console } from "./state/console.js";
import type { ConsoleState } from "./state/console-state.js";

const ConsoleContext = createContext<Console | undefined>(undefined);

export function ConsoleProvider({ value, children }: { value: Console; children: ReactNode }) {
  return <ConsoleContext.Provider value={value}>{children}</ConsoleContext.Provider>;
}

export function useConsole(): Console {
  const console = useContext(ConsoleContext);
  if (!console) throw new Error("useConsole needs a ConsoleProvider around it.");
  return console;
}

export function useConsoleState<T>(select: (state: ConsoleState) => T): T {
  return useStore(useConsole().shown, select);
}

export function useReadable<T>({ subscribe, getSnapshot }: Readable<T>): T {
  return useSyncExternalStore(subscribe, getSnapshot);
}

/** The live state of one conversation. */
export function useTalk(conversationId: string): TalkSnapshot {
  return useReadable(useConsole().talkOf(conversationId));
}

export function useConsoleTexts(): Translate<ConsoleKey> {
  return useTexts(consoleTexts);
}
