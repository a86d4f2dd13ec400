import { Anchor } from "@mantine/core";
import type { Ticket } from "../../../contract/ticket.js";

/** The number of a ticket at another desk, and for staff the way there. */
export function ElsewhereLink({ number, url }: NonNullable<Ticket["elsewhere"]>) {
  if (url === undefined) return number;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer" underline="always" size="sm">
      {number}
    </Anchor>
  );
}
