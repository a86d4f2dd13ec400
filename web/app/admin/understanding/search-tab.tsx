import { Skeleton, Stack } from "@mantine/core";
import { useCallback } from "react";
import { useDesk } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useTell } from "../use-tell.js";
import { BoostsPart } from "./boosts-part.js";
import { SynonymsPart } from "./synonyms-part.js";
import { useUnderstandingTexts } from "./use-understanding-texts.js";

/** Words that search takes for one another, and articles that count for more or less. */
export function SearchTab() {
  const t = useUnderstandingTexts();
  const { api } = useDesk();
  const tell = useTell();
  const [loaded, reload] = useLoaded(useCallback(() => api.understanding.readSearchWords(), [api]));
  if (loaded.status === "loading") return <Skeleton h={240} radius="lg" />;
  if (loaded.status === "failed") return <LoadFailed message={loaded.error.message} onRetry={reload} />;

  async function remove(kind: "synonym" | "boost", id: string): Promise<void> {
    try {
      await api.understanding.removeSearchWord(kind, id);
      tell.done(t("search.removed"));
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
    reload();
  }

  return (
    <Stack gap="xl">
      <SynonymsPart
        synonyms={loaded.value.synonyms}
        onChanged={reload}
        onRemove={(id) => void remove("synonym", id)}
      />
      <BoostsPart
        boosts={loaded.value.boosts}
        onChanged={reload}
        onRemove={(id) => void remove("boost", id)}
      />
    </Stack>
  );
}
