import { Anchor, Paper, Skeleton, Stack, Tabs, Text, Title } from "@mantine/core";
import { useCallback } from "react";
import { Link } from "wouter";
import type { ChatRequest } from "../../../contract/interaction.js";
import { ProblemPage } from "../problem/problem-page.js";
import { useDesk, useLocale } from "../shared/desk.js";
import { ApiError } from "../shared/http.js";
import { LoadFailed } from "../shared/load-failed.js";
import { RelativeTime } from "../shared/time.js";
import { useLoaded } from "../shared/use-loaded.js";
import { RecordFacts } from "./facts.js";
import { InteractionForm } from "./interaction-form.js";
import classes from "./records.module.css";
import { useRecordsTexts } from "./use-records-texts.js";

/** One interaction, with the chat requests it is related to (S1-16). */
export function InteractionPage({ number }: { number: string }) {
  const t = useRecordsTexts();
  const { api } = useDesk();
  const locale = useLocale();
  const load = useCallback(() => api.records.readInteraction(number, locale), [api, number, locale]);
  const [interaction, reload] = useLoaded(load);
  if (interaction.status === "loading") return <Skeleton h={420} radius="md" />;
  if (interaction.status === "failed") {
    if (interaction.error instanceof ApiError && interaction.error.status === 404)
      return <ProblemPage kind="not-found" />;
    return <LoadFailed message={interaction.error.message} onRetry={reload} />;
  }
  const { related, ...shown } = interaction.value;
  return (
    <Stack>
      <Anchor component={Link} href="/agent/records/interactions" size="sm">
        {t("tab.interactions")}
      </Anchor>
      <Title order={1} size="h3">
        {t("interaction.title", { number: shown.number })}
      </Title>
      <Tabs defaultValue="details" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="details">{t("tab.details")}</Tabs.Tab>
          <Tabs.Tab value="related">{t("tab.related")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details">
          <Stack>
            <Paper withBorder p="md" radius="md">
              <RecordFacts
                cols={4}
                items={[
                  { label: t("field.contact"), value: shown.contact?.name },
                  { label: t("field.activity"), value: shown.activity?.name },
                  {
                    label: t("field.ticket"),
                    value: shown.ticketNumber && (
                      <Link className={classes.link} href={`/agent/tickets/${shown.ticketNumber}`}>
                        {shown.ticketNumber}
                      </Link>
                    ),
                  },
                  { label: t("field.changed"), value: <RelativeTime at={shown.updatedAt} /> },
                ]}
              />
            </Paper>
            <Paper withBorder p="md" radius="md">
              <InteractionForm interaction={shown} onSaved={reload} />
            </Paper>
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="related">
          <RelatedRequests items={related} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function RelatedRequests({ items }: { items: readonly ChatRequest[] }) {
  const t = useRecordsTexts();
  if (items.length === 0) return <Text c="dimmed">{t("related.none")}</Text>;
  return (
    <Stack>
      {items.map((request) => (
        <Paper key={request.id} withBorder p="md" radius="md">
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
        </Paper>
      ))}
    </Stack>
  );
}
