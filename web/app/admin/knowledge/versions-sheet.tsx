import { Badge, Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useCallback, useState } from "react";
import type { AdminArticle, ArticleVersion } from "../../../../contract/knowledge.js";
import { useDesk } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { RelativeTime } from "../../shared/time.js";
import { useLoaded } from "../../shared/use-loaded.js";
import admin from "../admin.module.css";
import { SideSheet } from "../side-sheet.js";
import { useTell } from "../use-tell.js";
import { DiffView } from "./diff-view.js";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

interface VersionsSheetProps {
  readonly article: AdminArticle;
  readonly onClose: () => void;
  readonly onRestored: (article: AdminArticle) => void;
}

/** Every version with who saved it; each can be compared with the present one and restored. */
export function VersionsSheet({ article, onClose, onRestored }: VersionsSheetProps) {
  const t = useKnowledgeTexts();
  const { api } = useDesk();
  const { id } = article;
  const [versions, reload] = useLoaded(useCallback(() => api.knowledge.readVersions(id), [api, id]));
  const [shown, setShown] = useState<number>();
  return (
    <SideSheet title={t("versions")} size="xl" onClose={onClose}>
      {versions.status === "loading" && <Skeleton h={200} />}
      {versions.status === "failed" && <LoadFailed message={versions.error.message} onRetry={reload} />}
      {versions.status === "ready" && (
        <ol className={admin.plain}>
          {versions.value.items.map((version) => (
            <li key={version.version} className={admin.change}>
              <Stack gap={6}>
                <VersionLine version={version} present={article.version} onCompare={setShown} />
                {shown === version.version && (
                  <Comparison
                    article={article}
                    version={version.version}
                    onRestored={(restored) => {
                      onRestored(restored);
                      onClose();
                    }}
                  />
                )}
              </Stack>
            </li>
          ))}
        </ol>
      )}
    </SideSheet>
  );
}

interface VersionLineProps {
  readonly version: ArticleVersion;
  readonly present: number;
  readonly onCompare: (version: number) => void;
}

function VersionLine({
  version: { version, savedAt, savedBy, note, title },
  present,
  onCompare,
}: VersionLineProps) {
  const t = useKnowledgeTexts();
  return (
    <>
      <Group gap="xs" justify="space-between">
        <Text size="sm" component="div">
          <b>{t("version", { number: version })}</b> ·{" "}
          {savedBy ? t("version.by", { name: savedBy }) : t("version.import")} · <RelativeTime at={savedAt} />
        </Text>
        {version === present ? (
          <Badge variant="light" tt="none">
            {t("version.now")}
          </Badge>
        ) : (
          <Button size="compact-xs" variant="default" onClick={() => onCompare(version)}>
            {t("compare")}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {note || title}
      </Text>
    </>
  );
}

interface ComparisonProps {
  readonly article: AdminArticle;
  readonly version: number;
  readonly onRestored: (article: AdminArticle) => void;
}

function Comparison({ article, version, onRestored }: ComparisonProps) {
  const t = useKnowledgeTexts();
  const { api } = useDesk();
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const [earlier, reload] = useLoaded(
    useCallback(() => api.knowledge.readVersion(article.id, version), [api, article.id, version]),
  );
  if (earlier.status === "loading") return <Skeleton h={140} />;
  if (earlier.status === "failed") return <LoadFailed message={earlier.error.message} onRetry={reload} />;

  const restore = async (): Promise<void> => {
    setBusy(true);
    try {
      onRestored(await api.knowledge.restore(article.id, { version, over: article.version }));
      tell.done(t("restored", { number: version }));
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <>
      <DiffView from={earlier.value} to={article} />
      <Group>
        <Button size="xs" loading={busy} onClick={() => void restore()}>
          {t("restore")}
        </Button>
      </Group>
    </>
  );
}
