import { EmptyState, Select, Skeleton, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconMoodSmile, IconSearch } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { QuestionGroup } from "../../../../contract/question.js";
import type { UnderstandingState } from "../../../../contract/understanding.js";
import { languages } from "../../../texts/index.js";
import { useDesk } from "../../shared/desk.js";
import { LoadFailed } from "../../shared/load-failed.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useTell } from "../use-tell.js";
import { ExportMenu } from "./export-menu.js";
import { Pages } from "./pages.js";
import { QuestionItem } from "./question-item.js";
import { TeachDialog } from "./teach-dialog.js";
import classes from "./understanding.module.css";
import { useUnderstandingTexts } from "./use-understanding-texts.js";

const pauseMs = 250;
const pageSize = 20;

/** What found no answer, like questions together; one click makes it an example or an article. */
export function QuestionsTab({ state, onChanged }: { state: UnderstandingState; onChanged: () => void }) {
  const t = useUnderstandingTexts();
  const { api } = useDesk();
  const tell = useTell();
  const [typed, setTyped] = useState("");
  const [language, setLanguage] = useState("");
  const [page, setPage] = useState(1);
  const [teaching, setTeaching] = useState<QuestionGroup>();
  const [q] = useDebouncedValue(typed.trim(), pauseMs);
  const load = useCallback(
    () =>
      api.understanding.readQuestions({
        page: String(page),
        limit: String(pageSize),
        ...(q ? { q } : {}),
        ...(language ? { language } : {}),
      }),
    [api, q, language, page],
  );
  const [loaded, reload] = useLoaded(load);

  async function dismiss(group: QuestionGroup): Promise<void> {
    try {
      await api.understanding.dismiss(group.messageIds);
      tell.done(t("questions.dismissed"));
      reload();
    } catch (error) {
      tell.failed(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <Stack gap="md">
      <div className={classes.head}>
        <TextInput
          type="search"
          flex="1 1 220px"
          aria-label={t("questions.search")}
          placeholder={t("questions.search")}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            setPage(1);
          }}
        />
        <Select
          aria-label={t("language")}
          w={170}
          allowDeselect={false}
          data={[
            { value: "", label: t("language.any") },
            ...languages.map(({ locale, name }) => ({ value: locale, label: name })),
          ]}
          value={language}
          onChange={(value) => {
            setLanguage(value ?? "");
            setPage(1);
          }}
        />
        <ExportMenu what="questions" />
      </div>
      {loaded.status === "loading" && <Skeleton h={240} radius="lg" />}
      {loaded.status === "failed" && <LoadFailed message={loaded.error.message} onRetry={reload} />}
      {loaded.status === "ready" && loaded.value.items.length === 0 && (
        <EmptyState
          size="sm"
          icon={<IconMoodSmile />}
          title={t(q || language ? "questions.none.found" : "questions.none")}
          description={q || language ? undefined : t("questions.none.hint")}
        />
      )}
      {loaded.status === "ready" && loaded.value.items.length > 0 && (
        <>
          <ul className={classes.list} aria-label={t("tab.questions")}>
            {loaded.value.items.map((group) => (
              <QuestionItem
                key={group.id}
                group={group}
                onTeach={() => setTeaching(group)}
                onDismiss={() => void dismiss(group)}
              />
            ))}
          </ul>
          <Pages total={Math.ceil(loaded.value.total / pageSize)} page={page} onChange={setPage} />
        </>
      )}
      {teaching && (
        <TeachDialog
          title={t("teach.title")}
          targetLabel={t("teach.target")}
          state={state}
          begun={{ text: teaching.text, language: teaching.samples[0]?.language ?? t.locale }}
          onClose={() => setTeaching(undefined)}
          onSave={async ({ text, language: of, target }) => {
            const { messageIds } = teaching;
            await api.understanding.teach({ text, language: of, intent: target, messageIds });
            tell.done(t("teach.done"));
            reload();
            onChanged();
          }}
        />
      )}
    </Stack>
  );
}
