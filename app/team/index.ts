export { createArticleCard } from "./article-card.js";
export { createTeam, type Team, type TeamOptions } from "./team.js";
export { createTeamEvents } from "./team-events.js";
export { connectTeam } from "./team-wires.js";
export type { Viewing } from "./viewing.js";
