import { Button, Code, Group, Modal, Paper, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { otherDeskTexts } from "../../../texts/other-desk/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { Secret } from "../integrations/secret.js";
import { useTell } from "../use-tell.js";

/** Where Zammad's webhooks go, and what they are signed with. */
export function HookPart({ path }: { path: string }) {
  const t = useTexts(otherDeskTexts);
  const tell = useTell();
  const { api } = useDesk();
  const [secret, setSecret] = useState<string>();
  const renew = async (): Promise<void> => {
    try {
      setSecret((await api.admin.otherDesk.renewHookSecret()).secret);
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Paper withBorder p="md" component="section">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h5">
            {t("hooks")}
          </Title>
          <Button size="compact-sm" variant="default" onClick={() => void renew()}>
            {t("hooks.new")}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t("hooks.text")}
        </Text>
        <Code block tabIndex={0}>
          {`${location.origin}${path}`}
        </Code>
      </Stack>
      {secret !== undefined && (
        <Modal
          opened
          onClose={() => setSecret(undefined)}
          closeOnClickOutside={false}
          title={t("secret")}
          withCloseButton={false}
        >
          <Secret
            label={t("secret")}
            hint={t("secret.hint")}
            secret={secret}
            onClose={() => setSecret(undefined)}
          />
        </Modal>
      )}
    </Paper>
  );
}
