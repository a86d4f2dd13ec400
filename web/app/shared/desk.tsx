import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useStore } from "zustand";
import type { Account } from "../../../contract/account.js";
import type { FilePort } from "../../chat/file-port.js";
import { createTranslate, type Locale, type Texts, type Translate } from "../../texts/index.js";
import type { Api } from "./api.js";
import type { PreferenceStore } from "./preferences.js";
import type { Session, SessionState } from "./session.js";

/** What every page of the desk is built on; made once in `main.tsx`. */
export interface Desk {
  readonly api: Api;
  readonly session: Session;
  readonly preferences: PreferenceStore;
  /** The bytes of files. */
  readonly files: FilePort;
}

const DeskContext = createContext<Desk | undefined>(undefined);

export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk needs a DeskProvider around it.");
  return desk;
}

export function useSession(): SessionState {
  return useStore(useDesk().session.store);
}

/** The person logged in. Only for pages behind `RequireSession`. */
export function useMe(): Account {
  const session = useSession();
  if (session.status !== "in") throw new Error("useMe needs a RequireSession around it.");
  return session.user;
}

export function useLocale(): Locale {
  return useStore(useDesk().preferences, (state) => state.locale);
}

/** The texts in the language of the page. */
export function useTexts<Key extends string>(texts: Texts<Key>): Translate<Key> {
  const locale = useLocale();
  return useMemo(() => createTranslate(texts, locale), [texts, locale]);
}
