import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useConsoleState } from "../console-context.js";
import { findAttendance, isHeldBy } from "../state/console-state.js";
import { EndDialog } from "./end-dialog.js";
import { closedComposerId, takeLostFocus } from "./take-lost-focus.js";
import { TransferDialog } from "./transfer-dialog.js";

export type DialogName = "end" | "transfer";

const DialogsContext = createContext<{ open: (dialog: DialogName) => void } | undefined>(undefined);

/**
 * Opens the dialogs about the talk that is shown, from a button, a shortcut or a command. Nothing opens while that talk is
 * not the agent's own, and what is open goes with it: it never comes back by itself, over this talk or another one.
 */
export function useDialogs(): { open: (dialog: DialogName) => void } {
  const dialogs = useContext(DialogsContext);
  if (!dialogs) throw new Error("useDialogs needs a DialogsProvider around it.");
  return dialogs;
}

interface DialogsProviderProps {
  readonly conversationId: string | undefined;
  readonly children: ReactNode;
}

export function DialogsProvider({ conversationId, children }: DialogsProviderProps) {
  const [opened, setOpened] = useState<DialogName>();
  const meId = useConsoleState((state) => state.me.id);
  const known = useConsoleState((state) =>
    conversationId ? findAttendance(state, conversationId) : undefined,
  );
  const attendance = known && isHeldBy(known, meId) ? known : undefined;
  const heldId = attendance?.id;
  const dialogs = useMemo(
    () => ({ open: (dialog: DialogName) => setOpened(heldId === undefined ? undefined : dialog) }),
    [heldId],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another talk, or none, has no dialog open.
  useEffect(() => {
    setOpened(undefined);
    takeLostFocus(document.getElementById(closedComposerId));
  }, [heldId]);
  const close = (): void => setOpened(undefined);
  return (
    <DialogsContext.Provider value={dialogs}>
      {children}
      {attendance && <EndDialog attendance={attendance} opened={opened === "end"} onClose={close} />}
      {attendance && (
        <TransferDialog attendance={attendance} opened={opened === "transfer"} onClose={close} />
      )}
    </DialogsContext.Provider>
  );
}
