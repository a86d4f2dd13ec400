import { Group, Skeleton, Text } from "@mantine/core";
import { IconUser } from "@tabler/icons-react";
import type { Conversation } from "../../../../contract/conversation.js";
import { languages } from "../../../texts/index.js";
import { PersonAvatar } from "../../shared/person-avatar.js";
import { RelativeTime } from "../../shared/time.js";
import { useConsoleTexts } from "../console-context.js";
import { ballText, PresenceBall, presenceOf } from "../talk/presence-ball.js";
import { Card, Facts } from "./card.js";

export function RequesterCard({ conversation }: { conversation: Conversation | undefined }) {
  const t = useConsoleTexts();
  return (
    <Card name="requester" title={t("requester.title")} icon={<IconUser size={17} aria-hidden />}>
      {conversation ? <RequesterFacts conversation={conversation} /> : <Skeleton h={72} />}
    </Card>
  );
}

function RequesterFacts({ conversation }: { conversation: Conversation }) {
  const t = useConsoleTexts();
  const { requester, locale, channel, createdAt } = conversation;
  return (
    <>
      <Group gap={10} wrap="nowrap" mb="xs">
        <PersonAvatar name={requester.name} photoUrl={requester.photoUrl} size={40} />
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={600} truncate>
            {requester.name}
          </Text>
          <Group gap={6} wrap="nowrap">
            <PresenceBall {...presenceOf(conversation)} />
            <Text size="xs" c="dimmed">
              {t(ballText(presenceOf(conversation)))}
            </Text>
          </Group>
        </div>
      </Group>
      <Facts
        items={[
          {
            label: t("requester.language"),
            value: languages.find((language) => language.locale === locale)?.name,
          },
          { label: t("requester.channel"), value: channel },
          { label: t("requester.since"), value: <RelativeTime at={createdAt} /> },
        ]}
      />
    </>
  );
}
