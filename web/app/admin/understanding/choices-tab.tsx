import { Button, Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import { useCallback } from "react";
import type { Confusion, Suggestion } from "../../../../contract/question.js";
import { useDesk, useLocale } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useTell } from "../use-tell.js";
import { ExportMenu } from "./export-menu.js";
import classes from "./understanding.module.css";
import { useNameOf, useUnderstandingTexts } from "./use-understanding-texts.js";

/** What people chose where the assistant was unsure, and what is mixed up. */
export function ChoicesTab({ onChanged }: { onChanged: () => void }) {
  const { api } = useDesk();
  const locale = useLocale();
  const load = useCallback(
    async () => ({
      suggestions: (await api.understanding.readSuggestions(locale)).items,
      confusions: (await api.understanding.readConfusions(locale)).items,
    }),
    [api, locale],
  );
  const [loaded, reload] = useLoaded(load);
  if (loaded.status === "loading") return <Skeleton h={240} radius="lg" />;
  if (loaded.status === "failed") return <LoadFailed message={loaded.error.message} onRetry={reload} />;
  const changed = () => {
    reload();
    onChanged();
  };
  return (
    <Stack gap="xl">
      <Suggestions items={loaded.value.suggestions} onChanged={changed} />
      <Confusions items={loaded.value.confusions} />
    </Stack>
  );
}

function Suggestions({ items, onChanged }: { items: readonly Suggestion[]; onChanged: () => void }) {
  const t = useUnderstandingTexts();
  return (
    <section aria-labelledby="suggestions-title">
      <div className={classes.head}>
        <div>
          <Title order={2} size="h4" id="suggestions-title">
            {t("choices.suggestions")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("choices.suggestions.hint")}
          </Text>
        </div>
        <ExportMenu what="suggestions" />
      </div>
      {items.length === 0 ? (
        <Text size="sm" c="dimmed" mt="sm">
          {t("choices.suggestions.none")}
        </Text>
      ) : (
        <ul className={classes.list} style={{ marginTop: 12 }}>
          {items.map((item) => (
            <SuggestionItem key={item.id} item={item} onChanged={onChanged} />
          ))}
        </ul>
      )}
    </section>
  );
}

function SuggestionItem({ item, onChanged }: { item: Suggestion; onChanged: () => void }) {
  const t = useUnderstandingTexts();
  const nameOf = useNameOf();
  const { api } = useDesk();
  const tell = useTell();
  const { text, count, lastAt, chosen, best } = item;

  async function judge(verdict: "accepted" | "rejected"): Promise<void> {
    try {
      await api.understanding.judge(item, verdict);
      tell.done(t(`choices.${verdict}`));
      onChanged();
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <li className={classes.item}>
      <Text fw={600}>{text}</Text>
      <Text size="sm">
        {t.count("choices.count", count)} {t("choices.chose", { title: nameOf(chosen) })}
        {best && best.target !== chosen.target && (
          <Text span c="dimmed">
            {"; "}
            {t("choices.instead", { title: nameOf(best) })}
          </Text>
        )}
        <Text span c="dimmed">
          {" · "}
          <RelativeTime at={lastAt} />
        </Text>
      </Text>
      <div className={classes.acts}>
        <Button size="xs" variant="light" onClick={() => void judge("accepted")}>
          {t("choices.accept")}
        </Button>
        <Button size="xs" variant="subtle" color="gray" onClick={() => void judge("rejected")}>
          {t("choices.reject")}
        </Button>
      </div>
    </li>
  );
}

function Confusions({ items }: { items: readonly Confusion[] }) {
  const t = useUnderstandingTexts();
  const nameOf = useNameOf();
  return (
    <section aria-labelledby="confusions-title">
      <div className={classes.head}>
        <div>
          <Title order={2} size="h4" id="confusions-title">
            {t("confusions.title")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("confusions.hint")}
          </Text>
        </div>
        <ExportMenu what="confusions" />
      </div>
      {items.length === 0 ? (
        <Text size="sm" c="dimmed" mt="sm">
          {t("confusions.none")}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={640} mt="sm" scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("confusions.meant")}</Table.Th>
                <Table.Th>{t("confusions.taken")}</Table.Th>
                <Table.Th>{t("confusions.count")}</Table.Th>
                <Table.Th>{t("confusions.source")}</Table.Th>
                <Table.Th>{t("confusions.examples")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ source, meant, taken, count, examples }) => (
                <Table.Tr key={`${source} ${meant.target} ${taken.target}`}>
                  <Table.Td>{nameOf(meant)}</Table.Td>
                  <Table.Td>{nameOf(taken)}</Table.Td>
                  <Table.Td>{count}</Table.Td>
                  <Table.Td>{t(`source.${source}`)}</Table.Td>
                  <Table.Td>
                    <Text size="sm" c="dimmed">
                      {examples.join(" · ")}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </section>
  );
}
