import { Badge } from "@mantine/core";
import { Link } from "wouter";
import type { ChatRequest } from "../../../contract/interaction.js";
import { useLocale } from "../shared/desk.js";
import { RelativeTime } from "../shared/time.js";
import { toExact } from "../shared/time-format.js";
import { RecordFacts } from "./facts.js";
import { statusColors } from "./marks.js";
import classes from "./records.module.css";
import { useRecordsTexts } from "./use-records-texts.js";

/** Written by the desk itself; all others are people's words. */
const ownReasons = ["merged", "wait-limit"] as const;

/** Everything the record of a chat request says (S1-24). */
export function ChatRequestFacts({ request, cols = 2 }: { request: ChatRequest; cols?: number }) {
  const t = useRecordsTexts();
  const locale = useLocale();
  const ticketLink = (number: string | undefined) =>
    number && (
      <Link className={classes.link} href={`/agent/tickets/${number}`}>
        {number}
      </Link>
    );
  const time = (at: number | undefined) => at !== undefined && <RelativeTime at={at} />;
  return (
    <RecordFacts
      cols={cols}
      items={[
        { label: t("field.question"), value: request.question },
        { label: t("field.phase"), value: t(`phase.${request.phase}`) },
        {
          label: t("field.status"),
          value: (
            <Badge variant="dot" tt="none" color={statusColors[request.status]}>
              {t(`status.${request.status}`)}
            </Badge>
          ),
        },
        { label: t("field.contact"), value: request.contact.name },
        { label: t("field.group"), value: request.groups.map(({ name }) => name).join(", ") },
        { label: t("field.assignee"), value: request.assignee?.name },
        { label: t("field.bot"), value: request.bot },
        { label: t("field.service"), value: request.service?.name },
        { label: t("field.ticket"), value: ticketLink(request.ticketNumber) },
        { label: t("field.previous"), value: ticketLink(request.previousTicketNumber) },
        { label: t("field.asked"), value: time(request.createdAt) },
        { label: t("field.last-request"), value: time(request.lastRequestAt) },
        { label: t("field.accepted"), value: time(request.acceptedAt) || undefined },
        { label: t("field.closed"), value: time(request.closedAt) || undefined },
        {
          label: t("field.due"),
          value: request.responseDueAt === undefined ? undefined : toExact(request.responseDueAt, locale),
        },
        { label: t("field.code"), value: request.completionCode },
        {
          label: t("field.reason"),
          value: isOwnReason(request.reason) ? t(`reason.${request.reason}`) : request.reason,
        },
      ]}
    />
  );
}

function isOwnReason(reason: string | undefined): reason is (typeof ownReasons)[number] {
  return ownReasons.some((own) => own === reason);
}
