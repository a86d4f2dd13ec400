import { Badge, Button, EmptyState, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconPlus, IconWebhook } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { Webhook } from "../../../../contract/webhook.js";
import { integrationsTexts } from "../../../texts/integrations/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import classes from "../admin.module.css";
import { DeliveriesSheet } from "./deliveries-sheet.js";
import { WebhookDialog } from "./webhook-dialog.js";

type Open = { readonly kind: "new" } | { readonly kind: "edit" | "deliveries"; readonly id: string };

/** Where facts are told to, and how that goes. */
export function WebhooksPart() {
  const t = useTexts(integrationsTexts);
  const { api } = useDesk();
  const [open, setOpen] = useState<Open>();
  const [hooks, reload] = useLoaded(useCallback(() => api.admin.webhooks.list(), [api]));
  const items = hooks.status === "ready" ? hooks.value.items : [];
  const shown =
    open === undefined || open.kind === "new" ? undefined : items.find(({ id }) => id === open.id);
  const close = () => setOpen(undefined);
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h5">
            {t("webhooks")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("webhooks.hint")}
          </Text>
        </div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => setOpen({ kind: "new" })}
        >
          {t("webhook.new")}
        </Button>
      </Group>
      {hooks.status === "loading" && <Skeleton h={90} radius="lg" />}
      {hooks.status === "failed" && <LoadFailed message={hooks.error.message} onRetry={reload} />}
      {hooks.status === "ready" && items.length === 0 && (
        <EmptyState
          size="sm"
          icon={<IconWebhook />}
          title={t("webhooks.none")}
          description={t("webhooks.none.text")}
        />
      )}
      {items.length > 0 && (
        <ul className={classes.list}>
          {items.map((hook) => (
            <WebhookLine
              key={hook.id}
              hook={hook}
              onEdit={() => setOpen({ kind: "edit", id: hook.id })}
              onDeliveries={() => setOpen({ kind: "deliveries", id: hook.id })}
            />
          ))}
        </ul>
      )}
      {(open?.kind === "new" || (open?.kind === "edit" && shown !== undefined)) && (
        <WebhookDialog hook={shown} onClose={close} onChanged={reload} />
      )}
      {open?.kind === "deliveries" && shown !== undefined && (
        <DeliveriesSheet hook={shown} onClose={close} onChanged={reload} />
      )}
    </Stack>
  );
}

function WebhookLine(props: { hook: Webhook; onEdit: () => void; onDeliveries: () => void }) {
  const { hook, onEdit, onDeliveries } = props;
  const t = useTexts(integrationsTexts);
  const { name, url, isActive, waiting, dead, lastSentAt } = hook;
  return (
    <li className={`${classes.line} ${classes.wrapping}`}>
      <div className={classes["line-name"]}>
        <button type="button" className={classes.open} onClick={onEdit}>
          <b>{name}</b>
        </button>
        <Text size="xs" c="dimmed" component="div" style={{ overflowWrap: "anywhere" }}>
          {url} ·{" "}
          {lastSentAt === undefined ? (
            t("never-told")
          ) : (
            <>
              {t("told")} <RelativeTime at={lastSentAt} />
            </>
          )}
        </Text>
      </div>
      <Group gap={8} justify="flex-end">
        {!isActive && (
          <Badge color="gray" variant="light" tt="none">
            {t("webhook.off")}
          </Badge>
        )}
        {waiting > 0 && (
          <Badge variant="default" tt="none">
            {t.count("waiting.of", waiting)}
          </Badge>
        )}
        {dead > 0 && (
          <Badge color="red.9" variant="filled" tt="none">
            {t.count("dead.of", dead)}
          </Badge>
        )}
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t("deliveries.of", { name })}
          onClick={onDeliveries}
        >
          {t("deliveries")}
        </Button>
      </Group>
    </li>
  );
}
