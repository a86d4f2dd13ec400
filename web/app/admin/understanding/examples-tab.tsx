import { ActionIcon, Badge, Button, EmptyState, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus, IconSchool, IconX } from "@tabler/icons-react";
import { useCallback } from "react";
import type { TaughtExample } from "../../../../contract/question.js";
import type { UnderstandingState } from "../../../../contract/understanding.js";
import { useDesk, useLocale } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useTell } from "../use-tell.js";
import { ExportMenu } from "./export-menu.js";
import { TeachDialog } from "./teach-dialog.js";
import classes from "./understanding.module.css";
import { useNameOf, useUnderstandingTexts } from "./use-understanding-texts.js";

/** The sentences that admins have taught; each can be forgotten. */
export function ExamplesTab({ state, onChanged }: { state: UnderstandingState; onChanged: () => void }) {
  const t = useUnderstandingTexts();
  const { api } = useDesk();
  const locale = useLocale();
  const tell = useTell();
  const [opened, { open, close }] = useDisclosure(false);
  const [loaded, reload] = useLoaded(
    useCallback(() => api.understanding.readExamples(locale), [api, locale]),
  );

  async function forget({ id }: TaughtExample): Promise<void> {
    try {
      await api.understanding.forget(id);
      tell.done(t("examples.removed"));
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
    reload();
    onChanged();
  }

  return (
    <Stack gap="md">
      <div className={classes.head}>
        <Text size="sm" c="dimmed" flex="1 1 300px">
          {t("examples.hint")}
        </Text>
        <Group gap="xs">
          <ExportMenu what="examples" />
          <Button leftSection={<IconPlus size={16} />} onClick={open}>
            {t("examples.add")}
          </Button>
        </Group>
      </div>
      {loaded.status === "loading" && <Skeleton h={200} radius="lg" />}
      {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
      {loaded.status === "ready" && loaded.value.items.length === 0 && (
        <EmptyState size="sm" icon={<IconSchool />} title={t("examples.none")} />
      )}
      {loaded.status === "ready" && loaded.value.items.length > 0 && (
        <ul className={classes.list} aria-label={t("tab.examples")}>
          {loaded.value.items.map((example) => (
            <ExampleItem key={example.id} example={example} onForget={() => void forget(example)} />
          ))}
        </ul>
      )}
      {opened && (
        <TeachDialog
          title={t("teach.title")}
          targetLabel={t("teach.target")}
          state={state}
          begun={{ text: "", language: locale }}
          onClose={close}
          onSave={async ({ text, language, target }) => {
            await api.understanding.teach({ text, language, intent: target, messageIds: [] });
            tell.done(t("teach.done"));
            reload();
            onChanged();
          }}
        />
      )}
    </Stack>
  );
}

function ExampleItem({ example, onForget }: { example: TaughtExample; onForget: () => void }) {
  const t = useUnderstandingTexts();
  const nameOf = useNameOf();
  const { text, language, intent, source, createdAt, createdBy } = example;
  return (
    <li className={classes.item}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text fw={600}>{text}</Text>
          <Group gap="xs">
            <Badge variant="default">{language}</Badge>
            <Text size="sm">{nameOf(intent)}</Text>
            <Text size="sm" c="dimmed">
              {t(`source.${source}`)} {createdBy && t("examples.by", { name: createdBy })} ·{" "}
              <RelativeTime at={createdAt} />
            </Text>
          </Group>
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("remove.of", { name: text })}
          title={t("remove")}
          onClick={onForget}
        >
          <IconX size={16} />
        </ActionIcon>
      </Group>
    </li>
  );
}
