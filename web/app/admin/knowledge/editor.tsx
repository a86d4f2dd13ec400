import { Alert, Anchor, Badge, Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconArrowLeft, IconExternalLink } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import type { AdminArticle, ArticleForm } from "../../../../contract/knowledge.js";
import { useDesk, useLocale } from "../../shared/desk.js";
import { ApiError } from "../../shared/http.js";
import { useTell } from "../use-tell.js";
import { BodyEditor } from "./body-editor.js";
import { Comments } from "./comments.js";
import { ConflictAlert } from "./conflict-alert.js";
import { DeleteDialog } from "./delete-dialog.js";
import { DetailFields } from "./detail-fields.js";
import { toForm, toNewForm } from "./form.js";
import { useDraft } from "./use-draft.js";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";
import { VersionsSheet } from "./versions-sheet.js";

interface Conflict {
  readonly by: string | undefined;
  readonly article: AdminArticle;
}

export function Editor({ article: loaded }: { article: AdminArticle | undefined }) {
  const t = useKnowledgeTexts();
  const { api } = useDesk();
  const tell = useTell();
  const locale = useLocale();
  const [, navigate] = useLocation();
  const [params] = useSearchParams();
  const [article, setArticle] = useState(loaded);
  const begun = article ? toForm(article) : toNewForm(params, locale);
  const draft = useDraft(article?.id ?? "new", begun, article?.version ?? 0);
  const [conflict, setConflict] = useState<Conflict>();
  const [refusal, setRefusal] = useState<string>();
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [dialog, setDialog] = useState<"versions" | "delete">();

  function take(saved: AdminArticle): void {
    setArticle(saved);
    setConflict(undefined);
    setRefusal(undefined);
    draft.begin(toForm(saved), saved.version);
  }

  async function save(form: ArticleForm, version: number): Promise<void> {
    if (form.title.trim() === "") return setMissing(true);
    setBusy(true);
    try {
      const saved = article
        ? await api.knowledge.change(article.id, version, form)
        : await api.knowledge.create(form);
      take(saved);
      tell.done(t("saved", { name: saved.title }));
      if (!article) navigate(`/admin/knowledge/${saved.id}`, { replace: true });
    } catch (error) {
      const found = readConflict(error);
      if (found) setConflict(found);
      else setRefusal(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void save(draft.form, draft.version);
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Anchor component={Link} href="/admin/knowledge" size="sm">
          <Group gap={4}>
            <IconArrowLeft size={15} aria-hidden />
            {t("back")}
          </Group>
        </Anchor>
        <Group justify="space-between">
          <Title order={1} size="h3">
            {article?.title ?? t("new")}
          </Title>
          <Group gap="xs">
            {draft.isChanged && (
              <Badge variant="default" tt="none">
                {t("unsaved")}
              </Badge>
            )}
            {article?.state === "published" && (
              <Button
                component={Link}
                href={`/articles/${article.id}`}
                variant="default"
                leftSection={<IconExternalLink size={16} />}
              >
                {t("open")}
              </Button>
            )}
            {article && (
              <Button variant="default" onClick={() => setDialog("versions")}>
                {t("versions")}
              </Button>
            )}
          </Group>
        </Group>
        {draft.isRecovered && (
          <Alert>
            <Group justify="space-between">
              <Text size="sm">{t("recovered")}</Text>
              <Button size="xs" variant="default" onClick={() => draft.begin(begun, article?.version ?? 0)}>
                {t("discard")}
              </Button>
            </Group>
          </Alert>
        )}
        {conflict && (
          <ConflictAlert
            by={conflict.by}
            theirs={conflict.article}
            mine={draft.form}
            onMine={() => void save(draft.form, conflict.article.version)}
            onTheirs={() => take(conflict.article)}
          />
        )}
        <TextInput
          label={t("name")}
          required
          maxLength={200}
          value={draft.form.title}
          error={missing && draft.form.title.trim() === "" ? t("needed") : undefined}
          onChange={({ currentTarget }) => draft.change({ title: currentTarget.value })}
        />
        <BodyEditor form={draft.form} onChange={draft.change} />
        <DetailFields form={draft.form} article={article} onChange={draft.change} />
        <TextInput
          label={t("note")}
          maxLength={300}
          value={draft.form.note}
          onChange={({ currentTarget }) => draft.change({ note: currentTarget.value })}
        />
        {refusal && (
          <Alert role="alert" color="red">
            {refusal}
          </Alert>
        )}
        {/* At the end of the line: short messages come up at its beginning. */}
        <Group justify="flex-end">
          {article && article.state !== "removed" && (
            <Button variant="subtle" color="red" me="auto" onClick={() => setDialog("delete")}>
              {t("delete")}
            </Button>
          )}
          {draft.isChanged && (
            <Button variant="default" onClick={() => draft.begin(begun, article?.version ?? 0)}>
              {t("discard")}
            </Button>
          )}
          <Button type="submit" loading={busy} disabled={!draft.isChanged}>
            {t("save")}
          </Button>
        </Group>
        {article && <Comments article={article} />}
      </Stack>
      {article && dialog === "versions" && (
        <VersionsSheet article={article} onClose={() => setDialog(undefined)} onRestored={take} />
      )}
      {article && dialog === "delete" && (
        <DeleteDialog
          article={article}
          onClose={() => setDialog(undefined)}
          onRetire={() => {
            setDialog(undefined);
            void save({ ...toForm(article), state: "expired" }, article.version);
          }}
        />
      )}
    </form>
  );
}

function readConflict(error: unknown): Conflict | undefined {
  if (!(error instanceof ApiError) || error.code !== "article/changed") return undefined;
  return error.details as Conflict;
}
