import type { WhatIf } from "../../contract/index.js";
import type { AgentState } from "./eligible.js";

/** The agents as they would be with these changes. */
export function suppose(agents: readonly AgentState[], changes: WhatIf["agents"]): AgentState[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  return agents.map((agent) => {
    const change = byId.get(agent.id);
    if (change === undefined) return agent;
    return {
      ...agent,
      status: change.status ?? agent.status,
      isOnline: change.online ?? agent.isOnline,
      held: change.held ?? agent.held,
      capacity: change.capacity ?? agent.capacity,
      skills: change.skills ?? agent.skills,
      languages: change.languages ?? agent.languages,
      // Whoever is thought to be there is not thought to rest.
      restingUntil: change.status === "available" ? undefined : agent.restingUntil,
    };
  });
}
