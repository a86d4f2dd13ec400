import { Button, EmptyState, Group, Skeleton, Stack } from "@mantine/core";
import { IconFolderOpen } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { LoadFailed } from "../shared/load-failed.js";
import type { Loaded } from "../shared/use-loaded.js";
import { useRecordsTexts } from "./use-records-texts.js";

export interface ListFrameProps<T> {
  readonly list: Loaded<{ readonly items: readonly T[]; readonly next?: string }>;
  readonly emptyHint: string;
  readonly onRetry: () => void;
  readonly onMore: () => void;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** The states around a list: loading, failed, empty, and more to come. */
export function ListFrame<T>({ list, emptyHint, onRetry, onMore, children }: ListFrameProps<T>) {
  const t = useRecordsTexts();
  if (list.status === "loading") {
    return (
      <Stack gap="xs" aria-hidden>
        {[0, 1, 2, 3].map((row) => (
          <Skeleton key={row} h={48} radius="md" />
        ))}
      </Stack>
    );
  }
  if (list.status === "failed") return <LoadFailed message={list.error.message} onRetry={onRetry} />;
  const { items, next } = list.value;
  if (items.length === 0) {
    return <EmptyState icon={<IconFolderOpen />} title={t("none.title")} description={emptyHint} />;
  }
  return (
    <>
      {children(items)}
      {next !== undefined && (
        <Group justify="center">
          <Button variant="default" onClick={onMore}>
            {t("more")}
          </Button>
        </Group>
      )}
    </>
  );
}
