import { Anchor, Button, Code, EmptyState, Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { appTexts } from "../../../texts/app.js";
import { integrationsTexts } from "../../../texts/integrations/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import classes from "../admin.module.css";
import { TokenDialog } from "./token-dialog.js";
import { TokenLine } from "./token-line.js";
import { WebhooksPart } from "./webhooks-part.js";

const example = `curl -H "Authorization: Bearer …" -H "Content-Type: application/json" \\
  -d '{"sender": "ana", "message": "I forgot my password"}' \\
  ${location.origin}/webhooks/rest/webhook`;

const webChat = `window.WebChat.createDirectLine({
  domain: "${location.origin}/v3/directline",
  token: "…",
})`;

/** `/admin/integrations`: the tokens of programs, and how they talk with the assistant. */
export function IntegrationsPage() {
  const t = useTexts(integrationsTexts);
  const app = useTexts(appTexts);
  const { api } = useDesk();
  const [isMaking, setMaking] = useState(false);
  const [tokens, reload] = useLoaded(useCallback(() => api.admin.readTokens(), [api]));
  useDocumentTitle(`${app("product.name")} · ${t("title")}`);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h3">
            {t("title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("hint")}
          </Text>
        </div>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setMaking(true)}>
          {t("new")}
        </Button>
      </Group>
      <Stack gap="sm" component="section">
        <Title order={2} size="h5">
          {t("tokens")}
        </Title>
        {tokens.status === "loading" && <Skeleton h={120} radius="lg" />}
        {tokens.status === "failed" && <LoadFailed message={tokens.error.message} onRetry={reload} />}
        {tokens.status === "ready" && tokens.value.items.length === 0 && (
          <EmptyState size="sm" icon={<IconKey />} title={t("none.title")} description={t("none.text")} />
        )}
        {tokens.status === "ready" && tokens.value.items.length > 0 && (
          <ul className={classes.list}>
            {tokens.value.items.map((token) => (
              <TokenLine key={token.id} token={token} onRevoked={reload} />
            ))}
          </ul>
        )}
      </Stack>
      <WebhooksPart />
      <Paper withBorder p="md" component="section">
        <Title order={2} size="h5">
          {t("api.title")}
        </Title>
        <Text size="sm" c="dimmed">
          {t("api.text")}{" "}
          <Anchor href="/api" underline="always">
            {t("api.open")}
          </Anchor>
        </Text>
      </Paper>
      <Paper withBorder p="md" component="section">
        <Title order={2} size="h5">
          {t("how.title")}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t("how.text")}
        </Text>
        <Code block tabIndex={0}>
          {example}
        </Code>
      </Paper>
      <Paper withBorder p="md" component="section">
        <Title order={2} size="h5">
          {t("web-chat.title")}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t("web-chat.text")}
        </Text>
        <Code block tabIndex={0}>
          {webChat}
        </Code>
      </Paper>
      {isMaking && <TokenDialog onClose={() => setMaking(false)} onMade={reload} />}
    </Stack>
  );
}
