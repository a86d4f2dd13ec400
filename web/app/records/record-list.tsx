import { Stack, Table } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useCallback, useState } from "react";
import { useLocale } from "../shared/desk.js";
import { ListControls, type ListControlsProps, type ListState } from "./list-controls.js";
import { ListFrame } from "./list-frame.js";
import { type Page, usePages } from "./use-pages.js";

/** The wish of a list as the server understands it. */
export type ListWish = Readonly<Record<string, string>>;

interface RecordListProps<T> extends Pick<ListControlsProps, "filterLabel" | "filters" | "sorts"> {
  readonly initial: ListState;
  /** Under which name the server takes the filter. */
  readonly filterName: string;
  readonly find: (wish: ListWish) => Promise<Page<T>>;
  readonly emptyHint: string;
  readonly heads: readonly string[];
  /** The cells of one record, in the order of the heads. */
  readonly cells: (item: T) => readonly ReactNode[];
}

const typingMs = 200;

/** Records searched, filtered and sorted by the server, in a table that grows. */
export function RecordList<T extends { readonly id: string }>(props: RecordListProps<T>) {
  const { initial, filterName, find, emptyHint, heads, cells, ...controls } = props;
  const locale = useLocale();
  const [state, setState] = useState(initial);
  const [shown] = useDebouncedValue(state, typingMs);
  const load = useCallback(
    (limit: string) => {
      const { filter, q, sort, order } = shown;
      const only: ListWish = filter === "" ? {} : { [filterName]: filter };
      return find({ locale, sort, order, limit, ...only, ...(q ? { q } : {}) });
    },
    [find, filterName, locale, shown],
  );
  const { list, reload, more } = usePages(load);
  return (
    <Stack>
      <ListControls {...controls} state={state} onChange={setState} />
      <ListFrame list={list} emptyHint={emptyHint} onRetry={reload} onMore={more}>
        {(items) => (
          <Table.ScrollContainer minWidth={860}>
            {/* No word is broken for a narrow column: the table scrolls within itself. */}
            <Table highlightOnHover verticalSpacing="sm" style={{ overflowWrap: "break-word" }}>
              <Table.Thead>
                <Table.Tr>
                  {heads.map((head) => (
                    <Table.Th key={head}>{head}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {items.map((item) => (
                  <Table.Tr key={item.id}>
                    {cells(item).map((cell, at) => (
                      <Table.Td key={heads[at]}>{cell}</Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </ListFrame>
    </Stack>
  );
}
