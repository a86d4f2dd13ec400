import { Stack, Text } from "@mantine/core";
import { IconTags } from "@tabler/icons-react";
import { useDesk } from "../../shared/desk.js";
import { TagsField } from "../../shared/tags/tags-field.js";
import { TicketTags } from "../../shared/tags/ticket-tags.js";
import { Card } from "../details/card.js";
import { useTeam, useTeamState, useTeamTexts } from "./team-context.js";

interface TagsCardProps {
  readonly conversationId: string;
  /** The number of the ticket the talk is about. */
  readonly number: string | undefined;
}

/** Words by which a talk, and its ticket, are found again. */
export function TagsCard({ conversationId, number }: TagsCardProps) {
  const t = useTeamTexts();
  const { api } = useDesk();
  const team = useTeam();
  const tags = useTeamState((state) => state.tags);
  return (
    <Card name="tags" title={t("tags.title")} icon={<IconTags size={17} aria-hidden />}>
      <Stack gap="xs">
        <TagsField
          label={t("tags.talk")}
          tags={tags}
          write={async (next) => (await api.team.writeTags(conversationId, next)).items}
          onWritten={(next) => team?.setTags(next)}
        />
        {number && <TicketTags key={number} number={number} />}
        <Text size="xs" c="dimmed">
          {t("tags.hint")}
        </Text>
      </Stack>
    </Card>
  );
}
