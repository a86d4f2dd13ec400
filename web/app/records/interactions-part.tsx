import { Badge } from "@mantine/core";
import { Link } from "wouter";
import type { Interaction } from "../../../contract/interaction.js";
import { ticketStates } from "../../../contract/ticket.js";
import { useDesk } from "../shared/desk.js";
import { RelativeTime } from "../shared/time.js";
import type { ListState } from "./list-controls.js";
import { priorityColors } from "./marks.js";
import { RecordList } from "./record-list.js";
import classes from "./records.module.css";
import { useRecordsTexts } from "./use-records-texts.js";

const sorts = ["number", "updated", "state"] as const;
const initial: ListState = { q: "", filter: "", sort: "number", order: "desc" };

/** All interactions. */
export function InteractionsPart() {
  const t = useRecordsTexts();
  const { api } = useDesk();
  const cells = (item: Interaction) => [
    <Link key="number" className={classes.link} href={`/agent/records/interactions/${item.number}`}>
      {item.number}
    </Link>,
    <span key="title" className={classes.clip}>
      {item.title}
    </span>,
    <Badge key="state" variant="dot" tt="none">
      {t(`state.${item.state}`)}
    </Badge>,
    <Badge key="priority" variant="dot" tt="none" color={priorityColors[item.priority]}>
      {t(`priority.${item.priority}`)}
    </Badge>,
    item.contact?.name,
    item.assignee?.name ?? t("nobody"),
    <RelativeTime key="updated" at={item.updatedAt} />,
  ];
  return (
    <RecordList
      initial={initial}
      filterName="state"
      filterLabel={t("filter.state")}
      filters={ticketStates.map((value) => ({ value, label: t(`state.${value}`) }))}
      sorts={sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
      find={api.records.findInteractions}
      emptyHint={t("none.text")}
      heads={[
        t("field.number"),
        t("field.title"),
        t("field.state"),
        t("field.priority"),
        t("field.contact"),
        t("field.assignee"),
        t("field.changed"),
      ]}
      cells={cells}
    />
  );
}
