import { ActionIcon, Badge, EmptyState, Group, Text } from "@mantine/core";
import { IconTargetArrow, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { GoldSentence } from "../../../../contract/gold.js";
import { Pages } from "./pages.js";
import classes from "./understanding.module.css";
import { useNameOf, useUnderstandingTexts } from "./use-understanding-texts.js";

const pageSize = 25;

interface ListProps {
  readonly sentences: readonly GoldSentence[];
  readonly isMeasured: boolean;
  readonly onRemove: (id: string) => void;
}

export function GoldList({ sentences, isMeasured, onRemove }: ListProps) {
  const t = useUnderstandingTexts();
  const nameOf = useNameOf();
  const [page, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(sentences.length / pageSize));
  const present = Math.min(page, pages);
  if (sentences.length === 0) {
    return (
      <EmptyState
        size="sm"
        icon={<IconTargetArrow />}
        title={t(isMeasured ? "confusions.none" : "gold.none")}
      />
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label={t("tab.gold")}>
        {sentences
          .slice((present - 1) * pageSize, present * pageSize)
          .map(({ id, language, text, expected, missed }) => (
            <li key={id} className={classes.item}>
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <div>
                  <Text fw={500}>{text}</Text>
                  <Group gap="xs">
                    <Badge variant="default">{language}</Badge>
                    <Text size="sm">
                      {t("gold.expected")}: {expected.map(nameOf).join(" / ")}
                    </Text>
                    {missed && (
                      <Badge color="red" variant="light" tt="none" c="var(--mantine-color-text)">
                        {t("gold.missed", { title: nameOf(missed) })}
                      </Badge>
                    )}
                  </Group>
                </div>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t("remove.of", { name: text })}
                  title={t("remove")}
                  onClick={() => onRemove(id)}
                >
                  <IconX size={16} />
                </ActionIcon>
              </Group>
            </li>
          ))}
      </ul>
      <Pages total={pages} page={present} onChange={setPage} />
    </>
  );
}
