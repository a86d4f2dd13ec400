import type { InteractionMapping, MappingPlaceholder, TicketPriority } from "../../contract/index.js";

/** What a new interaction can be filled from. */
export interface MappingSource {
  readonly words: Readonly<Record<MappingPlaceholder, string>>;
  readonly contactId: string;
  readonly groupId: string | undefined;
  readonly activityId: string | undefined;
  readonly priority: TicketPriority | undefined;
  readonly agentId: string | undefined;
}

export interface FilledInteraction {
  readonly title: string;
  readonly description: string;
  readonly location: string;
  readonly contactId: string | null;
  readonly groupId: string | null;
  readonly activityId: string | null;
  readonly assigneeId: string | null;
  readonly priority: TicketPriority;
}

/** How a desk maps that has not chosen otherwise. */
export const defaultMapping: InteractionMapping = {
  title: "{ticket.activity}: {question}",
  description: "{question}\n\n{ticket.fields}",
  location: "{requester.location}",
  contact: "requester",
  group: "ticket",
  assignee: "agent",
  activity: "ticket",
  priority: "ticket",
};

const titleCharsMax = 200;

/** The first state of a new interaction (S1-11, S1-13). What people wrote goes in as it is, never read as a template. */
export function fillInteraction(mapping: InteractionMapping, source: MappingSource): FilledInteraction {
  const fill = (template: string) => fillTemplate(template, source.words);
  const title = fill(mapping.title)
    .replace(/\s+/g, " ")
    .replace(/^[:\s–-]+|[:\s–-]+$/g, "")
    .slice(0, titleCharsMax);
  return {
    title: title === "" ? source.words["ticket.activity"] || "–" : title,
    description: fill(mapping.description).trim(),
    location: fill(mapping.location).trim(),
    contactId: mapping.contact === "requester" ? source.contactId : null,
    groupId: mapping.group === "ticket" ? (source.groupId ?? null) : null,
    activityId: mapping.activity === "ticket" ? (source.activityId ?? null) : null,
    assigneeId: mapping.assignee === "agent" ? (source.agentId ?? null) : null,
    priority: mapping.priority === "ticket" ? (source.priority ?? "medium") : mapping.priority,
  };
}

function fillTemplate(template: string, words: MappingSource["words"]): string {
  const known = new Map<string, string>(Object.entries(words));
  return template.replace(/\{([^{}]*)\}/g, (_whole, name: string) => known.get(name) ?? "");
}
