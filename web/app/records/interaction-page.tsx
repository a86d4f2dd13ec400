import { Anchor, Paper, Stack, Text, Title } from "@mantine/core";
import { useCallback } from "react";
import { Link } from "wouter";
import type { ChatRequest, Interaction } from "../../../contract/interaction.js";
import { useDesk, useLocale } from "../shared/desk.js";
import { RelativeTime } from "../shared/time.js";
import { RecordFacts } from "./facts.js";
import { InteractionForm } from "./interaction-form.js";
import { RecordLoader } from "./record-loader.js";
import { RecordTabs } from "./record-tabs.js";
import classes from "./records.module.css";
import { useRecordsTexts } from "./use-records-texts.js";

/** One interaction, with the chat requests it is related to (S1-16). */
export function InteractionPage({ number }: { number: string }) {
  const t = useRecordsTexts();
  const { api } = useDesk();
  const locale = useLocale();
  const load = useCallback(() => api.records.readInteraction(number, locale), [api, number, locale]);
  return (
    <RecordLoader load={load}>
      {({ related, ...interaction }, reload) => (
        <Stack>
          <Anchor component={Link} href="/agent/records/interactions" size="sm">
            {t("tab.interactions")}
          </Anchor>
          <Title order={1} size="h3">
            {t("interaction.title", { number: interaction.number })}
          </Title>
          <RecordTabs
            related={related}
            details={
              <Stack>
                <Paper withBorder p="md" radius="md">
                  <InteractionFacts interaction={interaction} />
                </Paper>
                <Paper withBorder p="md" radius="md">
                  <InteractionForm interaction={interaction} onSaved={reload} />
                </Paper>
              </Stack>
            }
          >
            {(request) => <RelatedRequest request={request} />}
          </RecordTabs>
        </Stack>
      )}
    </RecordLoader>
  );
}

function InteractionFacts({ interaction }: { interaction: Interaction }) {
  const t = useRecordsTexts();
  const { contact, activity, ticketNumber, updatedAt } = interaction;
  return (
    <RecordFacts
      cols={4}
      items={[
        { label: t("field.contact"), value: contact?.name },
        { label: t("field.activity"), value: activity?.name },
        {
          label: t("field.ticket"),
          value: ticketNumber && (
            <Link className={classes.link} href={`/agent/tickets/${ticketNumber}`}>
              {ticketNumber}
            </Link>
          ),
        },
        { label: t("field.changed"), value: <RelativeTime at={updatedAt} /> },
      ]}
    />
  );
}

function RelatedRequest({ request }: { request: ChatRequest }) {
  const t = useRecordsTexts();
  return (
    <>
      <Link className={classes.link} href={`/agent/records/chat/${request.id}`}>
        {t("request.title", { name: request.contact.name })}
      </Link>
      <Text size="sm" className={classes.words}>
        {request.question}
      </Text>
      <Text size="xs" c="dimmed" component="div">
        {t(`status.${request.status}`)} · <RelativeTime at={request.createdAt} />
        {request.relation && ` · ${t(`relation.${request.relation}`)}`}
      </Text>
    </>
  );
}
