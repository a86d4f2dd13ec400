import { Anchor, Badge, Group, Paper, Skeleton, Stack, Tabs, Text, Title } from "@mantine/core";
import { useCallback } from "react";
import { Link } from "wouter";
import type { Interaction } from "../../../contract/interaction.js";
import { ProblemPage } from "../problem/problem-page.js";
import { useDesk, useLocale } from "../shared/desk.js";
import { ApiError } from "../shared/http.js";
import { LoadFailed } from "../shared/load-failed.js";
import { useLoaded } from "../shared/use-loaded.js";
import { ChatRequestFacts } from "./chat-request-facts.js";
import { LiveChat } from "./chat-requests-part.js";
import classes from "./records.module.css";
import { useRecordsTexts } from "./use-records-texts.js";

/** One chat request, with the interactions it is related to (S1-16). */
export function ChatRequestPage({ id }: { id: string }) {
  const t = useRecordsTexts();
  const { api } = useDesk();
  const locale = useLocale();
  const load = useCallback(() => api.records.readChatRequest(id, locale), [api, id, locale]);
  const [request, reload] = useLoaded(load);
  if (request.status === "loading") return <Skeleton h={320} radius="md" />;
  if (request.status === "failed") {
    if (request.error instanceof ApiError && request.error.status === 404)
      return <ProblemPage kind="not-found" />;
    return <LoadFailed message={request.error.message} onRetry={reload} />;
  }
  const { related, ...shown } = request.value;
  return (
    <Stack>
      <Anchor component={Link} href="/agent/records" size="sm">
        {t("tab.requests")}
      </Anchor>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t("request.title", { name: shown.contact.name })}
        </Title>
        <LiveChat request={shown} />
      </Group>
      <Tabs defaultValue="details" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="details">{t("tab.details")}</Tabs.Tab>
          <Tabs.Tab value="related">{t("tab.related")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details">
          <Paper withBorder p="md" radius="md">
            <ChatRequestFacts request={shown} cols={4} />
          </Paper>
        </Tabs.Panel>
        <Tabs.Panel value="related">
          <RelatedInteractions items={related} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function RelatedInteractions({ items }: { items: readonly Interaction[] }) {
  const t = useRecordsTexts();
  if (items.length === 0) return <Text c="dimmed">{t("related.none")}</Text>;
  return (
    <Stack>
      {items.map((interaction) => (
        <Paper key={interaction.id} withBorder p="md" radius="md">
          <Group justify="space-between">
            <Link className={classes.link} href={`/agent/records/interactions/${interaction.number}`}>
              {t("interaction.title", { number: interaction.number })}
            </Link>
            <Badge variant="dot" tt="none">
              {t(`state.${interaction.state}`)}
            </Badge>
          </Group>
          <Text size="sm" className={classes.words}>
            {interaction.title}
          </Text>
          {interaction.relation && (
            <Text size="xs" c="dimmed">
              {t(`relation.${interaction.relation}`)}
            </Text>
          )}
        </Paper>
      ))}
    </Stack>
  );
}
