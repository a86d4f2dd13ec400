/** What a template may name between braces. */
export const templateVariables = ["requesterName", "agentName", "ticketNumber", "message", "link"] as const;
export type TemplateVariable = (typeof templateVariables)[number];
export type TemplateValues = Readonly<Record<TemplateVariable, string>>;
