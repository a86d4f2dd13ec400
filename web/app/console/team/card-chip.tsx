import { CloseButton, Group, Text } from "@mantine/core";
import { IconBook } from "@tabler/icons-react";
import { useTeamTexts } from "./team-context.js";

export interface ArticleCard {
  readonly id: string;
  readonly title: string;
}

/** The article that goes with the next message. */
export function CardChip({ title, onRemove }: { title: string; onRemove: () => void }) {
  const t = useTeamTexts();
  return (
    <Group gap={6} mb={6} wrap="nowrap">
      <IconBook size={16} aria-hidden style={{ flex: "none" }} />
      <Text size="sm" truncate>
        {t("articles.goes-with", { title })}
      </Text>
      <CloseButton size="sm" aria-label={t("articles.remove", { title })} onClick={onRemove} />
    </Group>
  );
}
