import { Alert, Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type FormEvent, useCallback, useState } from "react";
import { type Boost, type BoostWorth, boostWorths } from "../../../../contract/search-words.js";
import { adminTexts } from "../../../texts/admin/index.js";
import { useDesk, useTexts } from "../../shared/desk.js";
import { useLoaded } from "../../shared/use-loaded.js";
import { useTell } from "../use-tell.js";
import { useUnderstandingTexts } from "./use-understanding-texts.js";

const pauseMs = 250;

interface DialogProps {
  readonly boost: Boost | undefined;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Says what an article counts for, always or for certain questions. */
export function BoostDialog({ boost, onClose, onSaved }: DialogProps) {
  const t = useUnderstandingTexts();
  const tAdmin = useTexts(adminTexts);
  const { api } = useDesk();
  const tell = useTell();
  const [article, setArticle] = useState<string | null>(boost?.articleId ?? null);
  const [typed, setTyped] = useState(boost?.title ?? "");
  const [words, setWords] = useState(boost?.words ?? "");
  const [worth, setWorth] = useState<BoostWorth>(boost?.worth ?? "more");
  const [fault, setFault] = useState<string>();
  const [q] = useDebouncedValue(typed.trim(), pauseMs);
  const [found] = useLoaded(
    useCallback(() => api.findArticles({ ...(q ? { q } : {}), limit: "20" }), [api, q]),
  );
  const options =
    found.status === "ready" ? found.value.items.map(({ id, title }) => ({ value: id, label: title })) : [];
  const own =
    boost && !options.some(({ value }) => value === boost.articleId)
      ? [{ value: boost.articleId, label: boost.title }]
      : [];

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (article === null) return;
    try {
      await api.understanding.saveBoost(boost?.id, { articleId: article, words: words.trim(), worth });
      tell.done(t("search.saved"));
      onSaved();
      onClose();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("boosts.title")}
      closeButtonProps={{ "aria-label": tAdmin("close") }}
    >
      <form onSubmit={(event) => void save(event)}>
        <Stack>
          <Select
            label={t("boosts.article")}
            required
            searchable
            data={[...own, ...options]}
            filter={({ options: all }) => all}
            value={article}
            searchValue={typed}
            onSearchChange={setTyped}
            onChange={setArticle}
          />
          <TextInput
            label={t("boosts.words")}
            description={t("boosts.words.hint")}
            maxLength={300}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Select
            label={t("boosts.worth")}
            allowDeselect={false}
            data={boostWorths.map((one) => ({ value: one, label: t(`worth.${one}`) }))}
            value={worth}
            onChange={(value) => setWorth(boostWorths.find((one) => one === value) ?? worth)}
          />
          {fault && (
            <Alert role="alert" color="red">
              {fault}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" disabled={article === null}>
              {t("save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
