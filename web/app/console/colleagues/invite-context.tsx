import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { InviteDialog, type Inviting } from "./invite-dialog.js";

const InviteContext = createContext<((inviting: Inviting) => void) | undefined>(undefined);

/** Opens the Invite window: to start a consult, or for one that goes on (S4-8). */
export function useInvite(): (inviting: Inviting) => void {
  const open = useContext(InviteContext);
  if (!open) throw new Error("useInvite needs an InviteProvider around it.");
  return open;
}

interface InviteProviderProps {
  /** What the window is open for from the beginning. */
  readonly initial: Inviting | undefined;
  readonly children: ReactNode;
}

export function InviteProvider({ initial, children }: InviteProviderProps) {
  const [inviting, setInviting] = useState(initial);
  const open = useMemo(() => setInviting, []);
  return (
    <InviteContext.Provider value={open}>
      {children}
      <InviteDialog inviting={inviting} onClose={() => setInviting(undefined)} />
    </InviteContext.Provider>
  );
}
