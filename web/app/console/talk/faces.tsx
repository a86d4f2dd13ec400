import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Sender } from "../../../../contract/conversation.js";
import { useConsoleState, useTalk } from "../console-context.js";

type PhotoOf = (sender: Pick<Sender, "id">) => string | undefined;

const FacesContext = createContext<PhotoOf>(() => undefined);

/** The pictures of the people of a talk, for its messages (S1-21); they change hardly ever, and rows are many. */
export function Faces({ conversationId, children }: { conversationId: string; children: ReactNode }) {
  const colleagues = useConsoleState((state) => state.photos);
  const requester = useTalk(conversationId).conversation?.requester;
  const requesterId = requester?.id;
  const photoUrl = requester?.photoUrl;
  const photoOf = useMemo<PhotoOf>(
    () => (sender) => (sender.id === requesterId ? photoUrl : colleagues.get(sender.id)),
    [colleagues, requesterId, photoUrl],
  );
  return <FacesContext.Provider value={photoOf}>{children}</FacesContext.Provider>;
}

export function usePhotoOf(): PhotoOf {
  return useContext(FacesContext);
}
