import { TagsInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconTags } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { useDesk } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useConsoleTexts } from "../console-context.js";
import { Card } from "../details/card.js";
import { useTeam, useTeamState, useTeamTexts } from "./team-context.js";

const tagsMax = 30;

/** Words by which a talk is found again. */
export function TagsCard({ conversationId }: { conversationId: string }) {
  const t = useTeamTexts();
  const texts = useConsoleTexts();
  const { api } = useDesk();
  const team = useTeam();
  const tags = useTeamState((state) => state.tags);
  const [search, setSearch] = useState("");
  const load = useCallback(async () => (await api.team.suggestTags(search)).items, [api, search]);
  const [known] = useLoaded(load);

  const write = async (next: string[]): Promise<void> => {
    const before = tags;
    team?.setTags(next);
    try {
      team?.setTags((await api.team.writeTags(conversationId, next)).items);
    } catch (error) {
      team?.setTags(before);
      notifications.show({
        color: "red",
        title: texts("refused.title"),
        message: error instanceof Error ? error.message : String(error),
        closeButtonProps: { "aria-label": texts("dialog.close") },
      });
    }
  };
  return (
    <Card name="tags" title={t("tags.title")} icon={<IconTags size={17} aria-hidden />}>
      <TagsInput
        size="sm"
        aria-label={t("tags.title")}
        placeholder={tags.length === 0 ? t("tags.placeholder") : ""}
        maxTags={tagsMax}
        maxLength={40}
        value={[...tags]}
        onChange={(next) => void write(next)}
        searchValue={search}
        onSearchChange={setSearch}
        data={known.status === "ready" ? [...known.value] : []}
      />
    </Card>
  );
}
