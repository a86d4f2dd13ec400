import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useStore } from "zustand";
import type { ChatClient } from "../../../chat/index.js";
import type { Translate } from "../../../texts/index.js";
import { type TeamKey, teamTexts } from "../../../texts/team/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { createTeamStore, type TeamState, type TeamStore } from "./team-store.js";

const TeamContext = createContext<TeamStore | undefined>(undefined);

interface TeamProviderProps {
  readonly client: ChatClient;
  readonly conversationId: string | undefined;
  readonly presence: "seen" | "unseen";
  readonly children: ReactNode;
}

/** The notes and colleagues of the talk that is shown. */
export function TeamProvider({ client, conversationId, presence, children }: TeamProviderProps) {
  const { api } = useDesk();
  const [team, setTeam] = useState<TeamStore>();
  useEffect(() => {
    if (!conversationId) return setTeam(undefined);
    const made = createTeamStore({ client, api: api.team, conversationId, presence });
    setTeam(made);
    return made.stop;
  }, [client, api, conversationId, presence]);
  return <TeamContext.Provider value={team}>{children}</TeamContext.Provider>;
}

export function useTeam(): TeamStore | undefined {
  return useContext(TeamContext);
}

const nothing: TeamState = { phase: "loading", participants: [], viewers: [], tags: [], notes: [] };
const quiet = { getState: () => nothing, getInitialState: () => nothing, subscribe: () => () => {} };

export function useTeamState<T>(select: (state: TeamState) => T): T {
  const team = useTeam();
  return useStore(team?.store ?? quiet, select);
}

export function useTeamTexts(): Translate<TeamKey> {
  return useTexts(teamTexts);
}
