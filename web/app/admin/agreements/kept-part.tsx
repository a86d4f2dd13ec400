import { Badge, Button, EmptyState, Group, Skeleton, Stack } from "@mantine/core";
import { IconClipboardOff, IconPlus } from "@tabler/icons-react";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { agreementsTexts } from "../../../texts/agreements/index.js";
import type { AgreementsApi } from "../../shared/agreements-api.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import classes from "../admin.module.css";

export interface DrawerProps<T> {
  /** Left out for a new one. */
  readonly item: T | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export interface KeptPartProps<T> {
  readonly read: (api: AgreementsApi) => Promise<{ readonly items: readonly T[] }>;
  readonly add: string;
  readonly toLine: (item: T) => { readonly name: string; readonly badges: readonly string[] };
  readonly onChanged?: () => void;
  readonly children: (props: DrawerProps<T>) => ReactNode;
}

/** A list of one kind of thing, each opened in a drawer. */
export function KeptPart<T extends { readonly id: string }>(props: KeptPartProps<T>) {
  const { add, toLine, onChanged, children } = props;
  const t = useTexts(agreementsTexts);
  const { api } = useDesk();
  const [editing, setEditing] = useState<T | "new">();
  const read = useRef(props.read);
  const [list, reload] = useLoaded(useCallback(() => read.current(api.admin.agreements), [api]));
  if (list.status === "loading") return <Skeleton h={240} radius="lg" aria-hidden />;
  if (list.status === "failed") return <LoadFailed message={list.error.message} onRetry={reload} />;
  const { items } = list.value;
  return (
    <Stack>
      <Group justify="flex-end">
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing("new")}>
          {add}
        </Button>
      </Group>
      {items.length === 0 ? (
        <EmptyState icon={<IconClipboardOff />} title={t("none")} description={add} />
      ) : (
        <ul className={classes.list}>
          {items.map((item) => {
            const { name, badges } = toLine(item);
            return (
              <li key={item.id} className={classes.line}>
                <div className={classes["line-name"]}>
                  <button type="button" className={classes.open} onClick={() => setEditing(item)}>
                    <b>{name}</b>
                  </button>
                </div>
                <Group gap={4} justify="flex-end">
                  {badges.map((badge) => (
                    <Badge key={badge} variant="default" tt="none">
                      {badge}
                    </Badge>
                  ))}
                </Group>
              </li>
            );
          })}
        </ul>
      )}
      {editing &&
        children({
          item: editing === "new" ? undefined : editing,
          onClose: () => setEditing(undefined),
          onSaved: () => {
            reload();
            onChanged?.();
          },
        })}
    </Stack>
  );
}
