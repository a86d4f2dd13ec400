import { Anchor, Badge, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useCallback } from "react";
import { Link } from "wouter";
import type { Interaction } from "../../../contract/interaction.js";
import { useDesk, useLocale } from "../shared/desk.js";
import { ChatRequestFacts } from "./chat-request-facts.js";
import { LiveChat } from "./chat-requests-part.js";
import { RecordLoader } from "./record-loader.js";
import { RecordTabs } from "./record-tabs.js";
import classes from "./records.module.css";
import { useRecordsTexts } from "./use-records-texts.js";

/** One chat request, with the interactions it is related to (S1-16). */
export function ChatRequestPage({ id }: { id: string }) {
  const t = useRecordsTexts();
  const { api } = useDesk();
  const locale = useLocale();
  const load = useCallback(() => api.records.readChatRequest(id, locale), [api, id, locale]);
  return (
    <RecordLoader load={load}>
      {({ related, ...request }) => (
        <Stack>
          <Anchor component={Link} href="/agent/records" size="sm">
            {t("tab.requests")}
          </Anchor>
          <Group justify="space-between">
            <Title order={1} size="h3">
              {t("request.title", { name: request.contact.name })}
            </Title>
            <LiveChat request={request} />
          </Group>
          <RecordTabs
            related={related}
            details={
              <Paper withBorder p="md" radius="md">
                <ChatRequestFacts request={request} cols={4} />
              </Paper>
            }
          >
            {(interaction) => <RelatedInteraction interaction={interaction} />}
          </RecordTabs>
        </Stack>
      )}
    </RecordLoader>
  );
}

function RelatedInteraction({ interaction }: { interaction: Interaction }) {
  const t = useRecordsTexts();
  const { number, state, title, relation } = interaction;
  return (
    <>
      <Group justify="space-between">
        <Link className={classes.link} href={`/agent/records/interactions/${number}`}>
          {t("interaction.title", { number })}
        </Link>
        <Badge variant="dot" tt="none">
          {t(`state.${state}`)}
        </Badge>
      </Group>
      <Text size="sm" className={classes.words}>
        {title}
      </Text>
      {relation && (
        <Text size="xs" c="dimmed">
          {t(`relation.${relation}`)}
        </Text>
      )}
    </>
  );
}
