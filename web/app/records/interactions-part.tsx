import { Badge, Stack, Table } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useCallback, useState } from "react";
import { Link } from "wouter";
import type { Interaction } from "../../../contract/interaction.js";
import { ticketStates } from "../../../contract/ticket.js";
import { useDesk, useLocale } from "../shared/desk.js";
import { RelativeTime } from "../shared/time.js";
import { ListControls, type ListState } from "./list-controls.js";
import { ListFrame } from "./list-frame.js";
import { priorityColors } from "./marks.js";
import classes from "./records.module.css";
import { usePages } from "./use-pages.js";
import { useRecordsTexts } from "./use-records-texts.js";

const sorts = ["number", "updated", "state"] as const;

/** All interactions, searched, filtered and sorted by the server. */
export function InteractionsPart() {
  const t = useRecordsTexts();
  const { api } = useDesk();
  const locale = useLocale();
  const [state, setState] = useState<ListState>({ q: "", filter: "", sort: "number", order: "desc" });
  const [shown] = useDebouncedValue(state, 200);
  const load = useCallback(
    (limit: string) => {
      const { filter, q, sort, order } = shown;
      const only = filter === "" ? {} : { state: filter };
      return api.records.findInteractions({ locale, sort, order, limit, ...only, ...(q ? { q } : {}) });
    },
    [api, locale, shown],
  );
  const { list, reload, more } = usePages(load);
  return (
    <Stack>
      <ListControls
        state={state}
        filterLabel={t("filter.state")}
        filters={ticketStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        sorts={sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
        onChange={setState}
      />
      <ListFrame list={list} emptyHint={t("none.text")} onRetry={reload} onMore={more}>
        {(items) => <InteractionTable items={items} />}
      </ListFrame>
    </Stack>
  );
}

function InteractionTable({ items }: { items: readonly Interaction[] }) {
  const t = useRecordsTexts();
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table highlightOnHover verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("field.number")}</Table.Th>
            <Table.Th>{t("field.title")}</Table.Th>
            <Table.Th>{t("field.state")}</Table.Th>
            <Table.Th>{t("field.priority")}</Table.Th>
            <Table.Th>{t("field.contact")}</Table.Th>
            <Table.Th>{t("field.assignee")}</Table.Th>
            <Table.Th>{t("field.changed")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Td>
                <Link className={classes.link} href={`/agent/records/interactions/${item.number}`}>
                  {item.number}
                </Link>
              </Table.Td>
              <Table.Td>
                <span className={classes.clip}>{item.title}</span>
              </Table.Td>
              <Table.Td>
                <Badge variant="dot" tt="none">
                  {t(`state.${item.state}`)}
                </Badge>
              </Table.Td>
              <Table.Td>
                <Badge variant="dot" tt="none" color={priorityColors[item.priority]}>
                  {t(`priority.${item.priority}`)}
                </Badge>
              </Table.Td>
              <Table.Td>{item.contact?.name}</Table.Td>
              <Table.Td>{item.assignee?.name ?? t("nobody")}</Table.Td>
              <Table.Td>
                <RelativeTime at={item.updatedAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
