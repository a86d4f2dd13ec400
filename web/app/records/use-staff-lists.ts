import { useCallback } from "react";
import { useDesk } from "../shared/desk.js";
import { useLoaded } from "../shared/use-loaded.js";

export interface Choice {
  readonly value: string;
  readonly label: string;
}

const none: readonly Choice[] = [];

/** Groups and attendants to choose from; empty while they load. */
export function useStaffLists(): { readonly groups: readonly Choice[]; readonly people: readonly Choice[] } {
  const { api } = useDesk();
  const [groups] = useLoaded(useCallback(() => api.readGroups(), [api]));
  const [people] = useLoaded(useCallback(() => api.readAgents(), [api]));
  return {
    groups: groups.status === "ready" ? groups.value.items.map(toChoice) : none,
    people: people.status === "ready" ? people.value.items.map(toChoice) : none,
  };
}

function toChoice({ id, name }: { readonly id: string; readonly name: string }): Choice {
  return { value: id, label: name };
}
