import { Badge, Button, Stack } from "@mantine/core";
import { IconMessageCircle } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { Link } from "wouter";
import type { ChatRequest } from "../../../contract/interaction.js";
import { SideSheet } from "../admin/side-sheet.js";
import { useDesk } from "../shared/desk.js";
import { RelativeTime } from "../shared/time.js";
import { ChatRequestFacts } from "./chat-request-facts.js";
import { statusColors } from "./marks.js";
import { type ListWish, RecordList } from "./record-list.js";
import classes from "./records.module.css";
import { useRecordsTexts } from "./use-records-texts.js";

const phases = ["logged", "accepted", "closed"] as const;
const sorts = ["lastRequest", "status", "contact"] as const;

/** Chat requests: all the reader may see, or those that wait for the reader, oldest first (S3-15). */
export function ChatRequestsPart({ view }: { view: "all" | "mine" }) {
  const t = useRecordsTexts();
  const { api } = useDesk();
  const [selected, setSelected] = useState<ChatRequest>();
  const find = useCallback((wish: ListWish) => api.records.findChatRequests({ ...wish, view }), [api, view]);
  const order = view === "mine" ? "asc" : "desc";
  const cells = (request: ChatRequest) => [
    <button key="contact" type="button" className={classes.button} onClick={() => setSelected(request)}>
      {request.contact.name}
    </button>,
    <span key="question" className={classes.clip}>
      {request.question}
    </span>,
    <Badge key="status" variant="dot" tt="none" color={statusColors[request.status]}>
      {t(`status.${request.status}`)}
    </Badge>,
    <RelativeTime key="asked" at={request.lastRequestAt} />,
    request.groups.map(({ name }) => name).join(", "),
    request.assignee?.name ?? t("nobody"),
    request.ticketNumber && (
      <Link key="ticket" className={classes.link} href={`/agent/tickets/${request.ticketNumber}`}>
        {request.ticketNumber}
      </Link>
    ),
  ];
  return (
    <>
      <RecordList
        initial={{ q: "", filter: "", sort: "lastRequest", order }}
        filterName="phase"
        filterLabel={t("filter.phase")}
        filters={phases.map((phase) => ({ value: phase, label: t(`phase.${phase}`) }))}
        sorts={sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
        find={find}
        emptyHint={t(view === "mine" ? "none.mine" : "none.text")}
        heads={[
          t("field.contact"),
          t("field.question"),
          t("field.status"),
          t("field.last-request"),
          t("field.group"),
          t("field.assignee"),
          t("field.ticket"),
        ]}
        cells={cells}
      />
      {selected && (
        <SideSheet
          title={t("request.title", { name: selected.contact.name })}
          onClose={() => setSelected(undefined)}
        >
          <Stack>
            <LiveChat request={selected} />
            <ChatRequestFacts request={selected} />
            <Link className={classes.link} href={`/agent/records/chat/${selected.id}`}>
              {t("record.open")}
            </Link>
          </Stack>
        </SideSheet>
      )}
    </>
  );
}

/** Opens the console with the talk (S3-15). */
export function LiveChat({ request }: { request: ChatRequest }) {
  const t = useRecordsTexts();
  return (
    <Button
      component={Link}
      href={`/agent?talk=${request.conversationId}`}
      leftSection={<IconMessageCircle size={18} />}
    >
      {t("live-chat")}
    </Button>
  );
}
