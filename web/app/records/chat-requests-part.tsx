import { Badge, Button, Stack, Table } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconMessageCircle } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { Link } from "wouter";
import type { ChatRequest } from "../../../contract/interaction.js";
import { SideSheet } from "../admin/side-sheet.js";
import { useDesk, useLocale } from "../shared/desk.js";
import { RelativeTime } from "../shared/time.js";
import { ChatRequestFacts } from "./chat-request-facts.js";
import { ListControls, type ListState } from "./list-controls.js";
import { ListFrame } from "./list-frame.js";
import { statusColors } from "./marks.js";
import classes from "./records.module.css";
import { usePages } from "./use-pages.js";
import { useRecordsTexts } from "./use-records-texts.js";

const phases = ["logged", "accepted", "closed"] as const;
const sorts = ["lastRequest", "status", "contact"] as const;

/** Chat requests: all the reader may see, or those that wait for the reader, oldest first (S3-15). */
export function ChatRequestsPart({ view }: { view: "all" | "mine" }) {
  const t = useRecordsTexts();
  const { api } = useDesk();
  const locale = useLocale();
  const [state, setState] = useState<ListState>({
    q: "",
    filter: "",
    sort: "lastRequest",
    order: view === "mine" ? "asc" : "desc",
  });
  const [shown] = useDebouncedValue(state, 200);
  const [selected, setSelected] = useState<ChatRequest>();
  const load = useCallback(
    (limit: string) => {
      const { filter, q, sort, order } = shown;
      const phase = filter === "" ? {} : { phase: filter };
      return api.records.findChatRequests({
        view,
        locale,
        sort,
        order,
        limit,
        ...phase,
        ...(q ? { q } : {}),
      });
    },
    [api, locale, shown, view],
  );
  const { list, reload, more } = usePages(load);
  return (
    <Stack>
      <ListControls
        state={state}
        filterLabel={t("filter.phase")}
        filters={phases.map((phase) => ({ value: phase, label: t(`phase.${phase}`) }))}
        sorts={sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
        onChange={setState}
      />
      <ListFrame
        list={list}
        emptyHint={t(view === "mine" ? "none.mine" : "none.text")}
        onRetry={reload}
        onMore={more}
      >
        {(items) => <RequestTable items={items} onSelect={setSelected} />}
      </ListFrame>
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
    </Stack>
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

function RequestTable({
  items,
  onSelect,
}: {
  items: readonly ChatRequest[];
  onSelect: (request: ChatRequest) => void;
}) {
  const t = useRecordsTexts();
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table highlightOnHover verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("field.contact")}</Table.Th>
            <Table.Th>{t("field.question")}</Table.Th>
            <Table.Th>{t("field.status")}</Table.Th>
            <Table.Th>{t("field.last-request")}</Table.Th>
            <Table.Th>{t("field.group")}</Table.Th>
            <Table.Th>{t("field.assignee")}</Table.Th>
            <Table.Th>{t("field.ticket")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((request) => (
            <Table.Tr key={request.id}>
              <Table.Td>
                <button type="button" className={classes.button} onClick={() => onSelect(request)}>
                  {request.contact.name}
                </button>
              </Table.Td>
              <Table.Td>
                <span className={classes.clip}>{request.question}</span>
              </Table.Td>
              <Table.Td>
                <Badge variant="dot" tt="none" color={statusColors[request.status]}>
                  {t(`status.${request.status}`)}
                </Badge>
              </Table.Td>
              <Table.Td>
                <RelativeTime at={request.lastRequestAt} />
              </Table.Td>
              <Table.Td>{request.groups.map(({ name }) => name).join(", ")}</Table.Td>
              <Table.Td>{request.assignee?.name ?? t("nobody")}</Table.Td>
              <Table.Td>
                {request.ticketNumber && (
                  <Link className={classes.link} href={`/agent/tickets/${request.ticketNumber}`}>
                    {request.ticketNumber}
                  </Link>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
