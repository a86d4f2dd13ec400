import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  Stack,
  Switch,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useCallback, useState } from "react";
import type { Webhook, WebhookEvent, WebhookForm } from "../../../../contract/webhook.js";
import { integrationsTexts } from "../../../texts/integrations/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { Secret } from "./secret.js";

/** The events there are; the page loads no schemas for them. */
const events: readonly WebhookEvent[] = [
  "conversation.opened",
  "conversation.moved",
  "conversation.closed",
  "message.posted",
  "attendance.requested",
  "attendance.accepted",
  "attendance.transferred",
  "attendance.closed",
  "ticket.opened",
  "ticket.changed",
  "article.published",
  "article.withdrawn",
];

interface DialogProps {
  /** A new one without it. */
  readonly hook: Webhook | undefined;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Makes or changes a webhook, tries it, and shows a secret this once. */
export function WebhookDialog({ hook, onClose, onChanged }: DialogProps) {
  const t = useTexts(integrationsTexts);
  const [secret, setSecret] = useState<string>();
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      closeOnClickOutside={secret === undefined}
      title={secret === undefined ? (hook?.name ?? t("webhook.new")) : t("secret.made")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {secret === undefined ? (
        <WebhookFields
          hook={hook}
          onClose={onClose}
          onChanged={onChanged}
          onSecret={(made) => {
            setSecret(made);
            onChanged();
          }}
        />
      ) : (
        <Secret label={t("secret")} hint={t("secret.hint")} secret={secret} onClose={onClose} />
      )}
    </Modal>
  );
}

function WebhookFields({
  hook,
  onClose,
  onChanged,
  onSecret,
}: DialogProps & { onSecret: (made: string) => void }) {
  const t = useTexts(integrationsTexts);
  const { api } = useDesk();
  const [said, setSaid] = useState<{ readonly text: string; readonly isGood: boolean }>();
  const [groups] = useLoaded(useCallback(() => api.admin.readGroups(), [api]));
  const form = useForm<WebhookForm>({
    initialValues: {
      name: hook?.name ?? "",
      url: hook?.url ?? "https://",
      events: [...(hook?.events ?? [])],
      groupIds: [...(hook?.groupIds ?? [])],
      isActive: hook?.isActive ?? true,
    },
    validate: {
      name: (text) => (text.trim() === "" ? t("name.needed") : null),
      events: (some) => (some.length === 0 ? t("events.needed") : null),
    },
  });
  /** Runs it and shows why it was refused. */
  const attempt = async (run: () => Promise<void>): Promise<void> => {
    try {
      await run();
    } catch (error) {
      setSaid({ text: error instanceof Error ? error.message : String(error), isGood: false });
    }
  };
  const save = (draft: WebhookForm) =>
    attempt(async () => {
      if (hook === undefined) return onSecret((await api.admin.webhooks.create(draft)).secret);
      await api.admin.webhooks.update(hook.id, { ...draft, version: hook.version });
      onChanged();
      onClose();
    });
  const ping = ({ id }: Webhook) =>
    attempt(async () => {
      const { ok, reason = "" } = await api.admin.webhooks.ping(id);
      setSaid({ text: ok ? t("ping.taken") : t("ping.failed", { reason }), isGood: ok });
    });
  const remove = ({ id }: Webhook) =>
    attempt(async () => {
      await api.admin.webhooks.remove(id);
      onChanged();
      onClose();
    });
  return (
    <form onSubmit={form.onSubmit((draft) => void save(draft))} noValidate>
      <Stack>
        <TextInput
          data-autofocus
          label={t("name")}
          required
          maxLength={100}
          {...form.getInputProps("name")}
        />
        <TextInput
          label={t("url")}
          description={t("url.hint")}
          type="url"
          required
          {...form.getInputProps("url")}
        />
        <Checkbox.Group label={t("events")} {...form.getInputProps("events")}>
          <Stack gap={6} mt="xs">
            {events.map((event) => (
              <Checkbox key={event} value={event} label={t(`event.${event}`)} description={event} />
            ))}
          </Stack>
        </Checkbox.Group>
        <MultiSelect
          label={t("only-groups")}
          description={t("only-groups.hint")}
          data={
            groups.status === "ready"
              ? groups.value.items.map(({ id, name }) => ({ value: id, label: name }))
              : []
          }
          clearable
          {...form.getInputProps("groupIds")}
        />
        <Switch label={t("webhook.active")} {...form.getInputProps("isActive", { type: "checkbox" })} />
        {said !== undefined && (
          <Alert role="alert" color={said.isGood ? "green" : "red"}>
            {said.text}
          </Alert>
        )}
        <Group justify="flex-end">
          {hook !== undefined && <MoreActs hook={hook} onPing={ping} onRemove={remove} onRenew={renew} />}
          <Button type="submit">{t("save")}</Button>
        </Group>
      </Stack>
    </form>
  );

  function renew({ id }: Webhook): Promise<void> {
    return attempt(async () => onSecret((await api.admin.webhooks.renewSecret(id)).secret));
  }
}

function MoreActs(props: {
  hook: Webhook;
  onPing: (hook: Webhook) => Promise<void>;
  onRenew: (hook: Webhook) => Promise<void>;
  onRemove: (hook: Webhook) => Promise<void>;
}) {
  const { hook, onPing, onRenew, onRemove } = props;
  const t = useTexts(integrationsTexts);
  const [asked, setAsked] = useState<"renew" | "remove">();
  if (asked !== undefined) {
    return (
      <>
        <Text size="sm" flex={1}>
          {t(asked === "renew" ? "renew.text" : "remove.text", { count: hook.waiting + hook.dead })}
        </Text>
        <Button variant="default" onClick={() => setAsked(undefined)}>
          {t("cancel")}
        </Button>
        <Button color="red.9" onClick={() => void (asked === "renew" ? onRenew(hook) : onRemove(hook))}>
          {t(asked)}
        </Button>
      </>
    );
  }
  return (
    <>
      <Button variant="subtle" color="red.9" onClick={() => setAsked("remove")}>
        {t("remove")}
      </Button>
      <Button variant="subtle" onClick={() => setAsked("renew")}>
        {t("renew")}
      </Button>
      <Button variant="default" onClick={() => void onPing(hook)}>
        {t("ping")}
      </Button>
    </>
  );
}
