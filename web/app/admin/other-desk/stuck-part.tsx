import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useCallback } from "react";
import { Link } from "wouter";
import type { OtherDesk, StuckTicket } from "../../../../contract/other-desk.js";
import { otherDeskTexts } from "../../../texts/other-desk/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import classes from "../admin.module.css";
import { useTell } from "../use-tell.js";

/** What the other desk refused, with why; all of it can be sent again. */
export function StuckPart({ desk, onChanged }: { desk: OtherDesk; onChanged: () => void }) {
  const t = useTexts(otherDeskTexts);
  const tell = useTell();
  const { api } = useDesk();
  const { stuck, updatedAt } = desk;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is refused is read again when its number changes.
  const load = useCallback(() => api.admin.otherDesk.readStuck(), [api, stuck, updatedAt]);
  const [list, reload] = useLoaded(load);
  const again = async (run: () => Promise<unknown>): Promise<void> => {
    await run().catch((error: unknown) =>
      tell.failed(error instanceof Error ? error.message : String(error)),
    );
    reload();
    onChanged();
  };
  const items = list.status === "ready" ? list.value.items : [];
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between" align="flex-start">
        <div style={{ flex: 1, minWidth: 220 }}>
          <Title order={2} size="h5">
            {t("stuck.title")}
          </Title>
          <Text size="sm" c="dimmed">
            {items.length === 0 ? t("stuck.none") : t("stuck.hint")}
          </Text>
        </div>
        {items.length > 0 && (
          <Button variant="default" onClick={() => void again(() => api.admin.otherDesk.sendAllAgain())}>
            {t("again.all")}
          </Button>
        )}
      </Group>
      {list.status === "loading" && <Skeleton h={60} radius="lg" />}
      {list.status === "failed" && <LoadFailed message={list.error.message} onRetry={reload} />}
      {items.length > 0 && (
        <ul className={classes.list}>
          {items.map((item) => (
            <StuckLine
              key={`${item.ticketId}:${item.what}:${item.at}:${item.reason}`}
              item={item}
              onAgain={() => void again(() => api.admin.otherDesk.sendAgain(item.ticketId))}
            />
          ))}
        </ul>
      )}
    </Stack>
  );
}

function StuckLine({ item, onAgain }: { item: StuckTicket; onAgain: () => void }) {
  const t = useTexts(otherDeskTexts);
  const { number, elsewhere, what, reason, at } = item;
  return (
    <li className={`${classes.line} ${classes.wrapping}`}>
      <div className={classes["line-name"]}>
        <Anchor component={Link} href={`/agent/tickets/${number}`} fw={600} size="sm">
          {elsewhere === undefined ? number : `${number} · ${elsewhere}`}
        </Anchor>
        <Text size="xs" c="dimmed" component="div" style={{ overflowWrap: "anywhere" }}>
          {t(`what.${what}`)} · <RelativeTime at={at} /> · <span lang="en">{reason}</span>
        </Text>
      </div>
      <Button size="compact-sm" variant="default" aria-label={t("again.of", { number })} onClick={onAgain}>
        {t("again")}
      </Button>
    </li>
  );
}
