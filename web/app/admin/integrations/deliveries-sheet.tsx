import { Badge, Button, Group, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { useCallback, useState } from "react";
import type { Delivery, DeliveryState, Webhook } from "../../../../contract/webhook.js";
import { integrationsTexts } from "../../../texts/integrations/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import classes from "../admin.module.css";
import { SideSheet } from "../side-sheet.js";

const states: readonly DeliveryState[] = ["dead", "waiting", "sent"];
const colors = { dead: "red.9", waiting: "blue.9", sent: "teal.9" } as const;

/** What became of the deliveries of a webhook; what was given up can be sent again. */
export function DeliveriesSheet(props: { hook: Webhook; onClose: () => void; onChanged: () => void }) {
  const { hook, onClose, onChanged } = props;
  const t = useTexts(integrationsTexts);
  const { api } = useDesk();
  const [state, setState] = useState<DeliveryState>(hook.dead > 0 ? "dead" : "sent");
  /** Where the shown page begins; the first without one. */
  const [after, setAfter] = useState<string>();
  const [page, reload] = useLoaded(
    useCallback(
      () => api.admin.webhooks.readDeliveries(hook.id, { state, ...(after === undefined ? {} : { after }) }),
      [api, hook.id, state, after],
    ),
  );
  const again = async (run: () => Promise<unknown>): Promise<void> => {
    await run().catch(() => undefined);
    reload();
    onChanged();
  };
  const items = page.status === "ready" ? page.value.items : [];
  const next = page.status === "ready" ? page.value.next : undefined;
  return (
    <SideSheet title={t("deliveries.of", { name: hook.name })} onClose={onClose}>
      <Stack>
        <Group justify="space-between">
          <SegmentedControl
            aria-label={t("deliveries")}
            value={state}
            data={states.map((value) => ({ value, label: t(`state.${value}`) }))}
            onChange={(value) => {
              setAfter(undefined);
              setState(states.find((one) => one === value) ?? "dead");
            }}
          />
          {state === "dead" && items.length > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => void again(() => api.admin.webhooks.replayAll(hook.id))}
            >
              {t("replay.all")}
            </Button>
          )}
        </Group>
        {page.status === "loading" && <Skeleton h={160} radius="lg" />}
        {page.status === "failed" && <LoadFailed message={page.error.message} onRetry={reload} />}
        {page.status === "ready" && items.length === 0 && (
          <Text size="sm" c="dimmed">
            {t("deliveries.none")}
          </Text>
        )}
        {items.length > 0 && (
          <ul className={classes.list}>
            {items.map((delivery) => (
              <DeliveryLine
                key={delivery.id}
                delivery={delivery}
                onReplay={() => void again(() => api.admin.webhooks.replay(delivery.id))}
              />
            ))}
          </ul>
        )}
        <Group justify="space-between">
          {after !== undefined && (
            <Button variant="subtle" onClick={() => setAfter(undefined)}>
              {t("newest")}
            </Button>
          )}
          {next !== undefined && (
            <Button variant="subtle" onClick={() => setAfter(next)}>
              {t("older")}
            </Button>
          )}
        </Group>
      </Stack>
    </SideSheet>
  );
}

function DeliveryLine({ delivery, onReplay }: { delivery: Delivery; onReplay: () => void }) {
  const t = useTexts(integrationsTexts);
  const { type, state, attempts, reason, createdAt, nextAt } = delivery;
  return (
    <li className={`${classes.line} ${classes.wrapping}`}>
      <div className={classes["line-name"]}>
        <Group gap={8}>
          <Text size="sm" fw={600}>
            {type}
          </Text>
          <Badge size="sm" color={colors[state]} variant="filled" tt="none">
            {t(`state.${state}`)}
          </Badge>
        </Group>
        <Text size="xs" c="dimmed" component="div" style={{ overflowWrap: "anywhere" }}>
          <RelativeTime at={createdAt} /> · {t.count("tries.of", attempts)}
          {reason !== undefined && (
            <>
              {" · "}
              <span lang="en">{reason}</span>
            </>
          )}
          {nextAt !== undefined && attempts > 0 && (
            <>
              {" "}
              · {t("again")} <RelativeTime at={nextAt} />
            </>
          )}
        </Text>
      </div>
      {state === "dead" && (
        <Button size="compact-sm" variant="default" aria-label={t("replay.of", { type })} onClick={onReplay}>
          {t("replay")}
        </Button>
      )}
    </li>
  );
}
