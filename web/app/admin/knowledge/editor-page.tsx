import { Skeleton } from "@mantine/core";
import { useCallback } from "react";
import { ProblemPage } from "../../problem/problem-page.js";
import { useDesk } from "../../shared/desk.js";
import { ApiError } from "../../shared/http.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { Editor } from "./editor.js";

/** One article to be edited; without an id one that is to be written. */
export function EditorPage({ id }: { id: string | undefined }) {
  const { api } = useDesk();
  const load = useCallback(
    async () => (id === undefined ? undefined : api.knowledge.readForEditor(id)),
    [api, id],
  );
  const [article, reload] = useLoaded(load);
  if (article.status === "loading") return <Skeleton h={520} radius="md" />;
  if (article.status === "ready") return <Editor article={article.value} />;
  const { error } = article;
  if (error instanceof ApiError && error.status === 404) return <ProblemPage kind="not-found" part />;
  return <LoadFailed message={error.message} onRetry={reload} />;
}
