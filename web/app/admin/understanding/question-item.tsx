import { Badge, Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBook2, IconSchool, IconTicket, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import type { QuestionGroup } from "../../../../contract/question.js";
import { RelativeTime } from "../../shared/time.js";
import { TalkSheet } from "./talk-sheet.js";
import classes from "./understanding.module.css";
import { useNameOf, usePercent, useUnderstandingTexts } from "./use-understanding-texts.js";

interface ItemProps {
  readonly group: QuestionGroup;
  readonly onTeach: () => void;
  readonly onDismiss: () => void;
}

/** Questions that are alike: how often, in which languages, and what can be made of them. */
export function QuestionItem({ group, onTeach, onDismiss }: ItemProps) {
  const t = useUnderstandingTexts();
  const nameOf = useNameOf();
  const percent = usePercent();
  const [opened, { toggle }] = useDisclosure(false);
  const [talk, setTalk] = useState<string>();
  const { text, count, refused, languages, lastAt, samples } = group;
  const best = samples[0]?.best;
  const draft = new URLSearchParams({
    title: text.slice(0, 200),
    language: samples[0]?.language ?? t.locale,
  });
  const activity = new URLSearchParams({ said: text.slice(0, 200), language: draft.get("language") ?? "en" });
  return (
    <li className={classes.item}>
      <Text fw={600}>{text}</Text>
      <Group gap="xs" mt={4}>
        <Text size="sm">{t.count("questions.count", count)}</Text>
        {refused > 0 && (
          <Badge variant="default" tt="none">
            {t.count("questions.refused", refused)}
          </Badge>
        )}
        {languages.map(({ language, count: of }) => (
          <Badge key={language} variant="default">
            {language} {of}
          </Badge>
        ))}
        <Text size="sm" c="dimmed">
          {t("questions.last")} <RelativeTime at={lastAt} />
        </Text>
      </Group>
      {best && (
        <Text size="sm" c="dimmed" mt={2}>
          {t("questions.best", { title: nameOf(best), percent: percent(best.score) })}
        </Text>
      )}
      <div className={classes.acts}>
        <Button size="xs" variant="light" leftSection={<IconSchool size={14} />} onClick={onTeach}>
          {t("questions.teach")}
        </Button>
        <Button
          size="xs"
          variant="default"
          component={Link}
          href={`/admin/portfolio?${activity}`}
          leftSection={<IconTicket size={14} />}
        >
          {t("questions.activity")}
        </Button>
        <Button
          size="xs"
          variant="default"
          component={Link}
          href={`/admin/knowledge/new?${draft}`}
          leftSection={<IconBook2 size={14} />}
        >
          {t("questions.article")}
        </Button>
        <Button size="xs" variant="default" aria-expanded={opened} onClick={toggle}>
          {t("questions.show")}
        </Button>
        <Button size="xs" variant="subtle" color="gray" leftSection={<IconX size={14} />} onClick={onDismiss}>
          {t("questions.dismiss")}
        </Button>
      </div>
      {opened && (
        <ul className={classes.samples}>
          {samples.map((sample) => (
            <li key={sample.messageId}>
              <Group gap="xs" justify="space-between">
                <Text size="sm" flex="1 1 200px">
                  {sample.text}
                </Text>
                <Button size="compact-xs" variant="subtle" onClick={() => setTalk(sample.conversationId)}>
                  {t("questions.talk")} · <RelativeTime at={sample.at} />
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      )}
      {talk && <TalkSheet conversationId={talk} onClose={() => setTalk(undefined)} />}
    </li>
  );
}
