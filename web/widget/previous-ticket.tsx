import { useScope } from "./context.js";
import { Select } from "./select.js";
import { useAnswer } from "./use-answer.js";

export interface PreviousTicketProps {
  readonly value: string;
  readonly onChange: (number: string) => void;
}

/** The requester's own tickets, to name the one a new request is about (S1-14); nothing where there are none. */
export function PreviousTicket(props: PreviousTicketProps) {
  const { t, chat } = useScope();
  const [answer] = useAnswer(() => chat.rest.readMyTickets(), "");
  const options =
    answer.status === "ready"
      ? answer.value.items.map(({ number, activity }) => ({ id: number, name: `${number} ${activity.name}` }))
      : [];
  return options[0] ? (
    <Select {...props} label={t("home.previous")} options={options} fault={undefined} />
  ) : null;
}
