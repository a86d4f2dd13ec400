import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useCallback, useState } from "react";
import type { AdminArticle, ArticleForm } from "../../../../contract/knowledge.js";
import { useDesk } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useKnowledgeTexts } from "./use-knowledge-texts.js";

const pauseMs = 250;

interface TranslationSelectProps {
  readonly form: ArticleForm;
  readonly article: AdminArticle | undefined;
  readonly onChange: (change: Partial<ArticleForm>) => void;
}

/** The article in another language that this one says again; found by its title. */
export function TranslationSelect({ form, article, onChange }: TranslationSelectProps) {
  const t = useKnowledgeTexts();
  const { api } = useDesk();
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), pauseMs);
  const [found] = useLoaded(
    useCallback(
      async () => (await api.knowledge.findForEditor({ limit: "20", ...(q ? { q } : {}) })).items,
      [api, q],
    ),
  );
  const known = article?.translations ?? [];
  const others = (found.status === "ready" ? found.value : []).filter(
    ({ id, language }) =>
      id !== article?.id && language !== form.language && !known.some((one) => one.id === id),
  );
  return (
    <Select
      label={t("translation")}
      description={t("translation.hint")}
      searchable
      clearable
      nothingFoundMessage={t("translation.none")}
      clearButtonProps={{ "aria-label": t("translation") }}
      data={[...known, ...others].map(({ id, title, language }) => ({
        value: id,
        label: `${title} (${language.toUpperCase()})`,
      }))}
      filter={({ options }) => options}
      value={form.translationOf ?? null}
      onSearchChange={setTyped}
      onChange={(id) => onChange({ translationOf: id ?? undefined })}
    />
  );
}
