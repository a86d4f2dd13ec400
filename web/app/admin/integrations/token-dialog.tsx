import { Alert, Button, Checkbox, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { Role } from "../../../../contract/account.js";
import type { ApiArea, ChannelScope, NewApiToken } from "../../../../contract/api-token.js";
import { integrationsTexts } from "../../../texts/integrations/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { AccountField } from "../widget/account-field.js";
import { Secret } from "./secret.js";

/** What there is to choose; the page loads no schemas for it. */
const channels: readonly ChannelScope[] = ["rest-channel", "direct-line", "mail", "scim"];
const areas: readonly ApiArea[] = ["tickets", "talks", "knowledge", "people", "reports", "settings"];
const everybody: readonly Role[] = ["requester", "agent", "supervisor", "admin"];

/** Makes a token and shows it, this once. */
export function TokenDialog({ onClose, onMade }: { onClose: () => void; onMade: () => void }) {
  const t = useTexts(integrationsTexts);
  const [token, setToken] = useState<string>();
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={token === undefined}
      title={t(token === undefined ? "new" : "made")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {token === undefined ? (
        <NewToken
          onMade={(made) => {
            setToken(made);
            onMade();
          }}
        />
      ) : (
        <Secret label={t("tokens")} hint={t("made.hint")} secret={token} onClose={onClose} />
      )}
    </Modal>
  );
}

function NewToken({ onMade }: { onMade: (token: string) => void }) {
  const t = useTexts(integrationsTexts);
  const { api } = useDesk();
  const [problem, setProblem] = useState<string>();
  const form = useForm<NewApiToken>({
    initialValues: { name: "", scopes: ["rest-channel"] },
    validate: { name: (text) => (text.trim() === "" ? t("name.needed") : null) },
  });
  const make = async (draft: NewApiToken): Promise<void> => {
    try {
      onMade((await api.admin.createToken({ ...draft, name: draft.name.trim() })).token);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form onSubmit={form.onSubmit((draft) => void make(draft))} noValidate>
      <Stack>
        <TextInput
          data-autofocus
          label={t("name")}
          description={t("name.hint")}
          required
          maxLength={100}
          {...form.getInputProps("name")}
        />
        <Checkbox.Group label={t("scopes")} {...form.getInputProps("scopes")}>
          <Stack gap="xs" mt="xs">
            {channels.map((channel) => (
              <Checkbox key={channel} value={channel} label={t(`scope.${channel}`)} />
            ))}
            {areas.map((area) => (
              <Group
                key={area}
                justify="space-between"
                wrap="nowrap"
                role="group"
                aria-label={t(`area.${area}`)}
              >
                <span>{t(`area.${area}`)}</span>
                <Group gap="md" wrap="nowrap">
                  <Checkbox value={`${area}:read`} label={t("read")} />
                  <Checkbox value={`${area}:write`} label={t("write")} />
                </Group>
              </Group>
            ))}
          </Stack>
        </Checkbox.Group>
        {form.values.scopes.some((scope) => !channels.some((channel) => channel === scope)) && (
          <AccountField
            label={t("acts-as")}
            description={t("acts-as.hint")}
            required={false}
            error={undefined}
            roles={everybody}
            known={form.values.accountId === undefined ? undefined : { id: form.values.accountId, name: "" }}
            onChange={(id) => form.setFieldValue("accountId", id)}
          />
        )}
        {problem && (
          <Alert role="alert" color="red">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" disabled={form.values.scopes.length === 0}>
            {t("make")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
