import { createContext, type ReactNode, useContext } from "react";
import { useStore } from "zustand";
import type { Consult, Contact } from "../../../../contract/consult.js";
import type { Colleagues } from "./colleagues.js";
import type { ColleaguesState } from "./colleagues-state.js";

const ColleaguesContext = createContext<Colleagues | undefined>(undefined);

export function ColleaguesProvider({ value, children }: { value: Colleagues; children: ReactNode }) {
  return <ColleaguesContext.Provider value={value}>{children}</ColleaguesContext.Provider>;
}

export function useColleagues(): Colleagues {
  const colleagues = useContext(ColleaguesContext);
  if (!colleagues) throw new Error("useColleagues needs a ColleaguesProvider around it.");
  return colleagues;
}

export function useColleaguesState<T>(select: (state: ColleaguesState) => T): T {
  return useStore(useColleagues().store, select);
}

export function useConsult(conversationId: string | undefined): Consult | undefined {
  return useColleaguesState(({ consults }) => consults.get(conversationId ?? ""));
}

/** The colleague of a direct talk. */
export function useDirectContact(conversationId: string | undefined): Contact | undefined {
  return useColleaguesState(({ contacts }) =>
    contacts.find((contact) => conversationId !== undefined && contact.conversationId === conversationId),
  );
}
