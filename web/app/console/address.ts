import { idSchema } from "../../../contract/ids.js";
import type { Inviting } from "./colleagues/invite-dialog.js";

/** What a link to the console asks for: a talk to show (S3-15), or a consult about a ticket to start (S4-5). */
export interface ConsoleAddress {
  readonly talkId: string | undefined;
  readonly inviting: Inviting | undefined;
}

export function readConsoleAddress(query: string): ConsoleAddress {
  const asked = new URLSearchParams(query);
  const ticketNumber = asked.get("consult")?.trim();
  const aboutId = readId(asked.get("about"));
  return {
    talkId: readId(asked.get("talk")),
    inviting: ticketNumber ? { kind: "start", ticketNumber, ...(aboutId ? { aboutId } : {}) } : undefined,
  };
}

/** Where Social → Chat of a ticket's own page leads: consults have their window in the console. */
export function toConsultPath(ticketNumber: string, aboutId: string | undefined): string {
  const asked = new URLSearchParams({ consult: ticketNumber, ...(aboutId ? { about: aboutId } : {}) });
  return `/agent?${asked}`;
}

function readId(text: string | null): string | undefined {
  const id = idSchema.safeParse(text);
  return id.success ? id.data : undefined;
}
