import { Combobox, Loader, Text, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBook2, IconMessageCircle, IconSearch, IconTools } from "@tabler/icons-react";
import { type ReactNode, useCallback, useState } from "react";
import { useLocation } from "wouter";
import type { ArticleSummary } from "../../../contract/article.js";
import type { Catalog } from "../../../contract/ticket.js";
import { useDesk, useLocale } from "../shared/desk.js";
import { openChat } from "../shared/use-chat.js";
import { useLoaded } from "../shared/use-loaded.js";
import { Excerpt } from "./excerpt.js";
import { type FoundActivity, matchActivities } from "./match-activities.js";
import { usePortalTexts } from "./use-portal-texts.js";

const pauseMs = 200;
const shown = 5;

/** Finds articles and activities while one types; what finds nothing can be asked in the chat. */
export function SearchBox({ catalogs }: { catalogs: readonly Catalog[] }) {
  const t = usePortalTexts();
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState("");
  const [query] = useDebouncedValue(typed.trim(), pauseMs);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const found = useFoundArticles(query);
  const activities = matchActivities(catalogs, query).slice(0, shown);

  function choose(value: string): void {
    combobox.closeDropdown();
    if (value === "ask") openChat({ draft: query });
    else navigate(value);
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="md" withinPortal={false}>
      <Combobox.Target>
        <TextInput
          size="md"
          type="search"
          aria-label={t("search.label")}
          placeholder={t("search.placeholder")}
          leftSection={<IconSearch size={20} aria-hidden />}
          rightSection={query && found.status === "loading" ? <Loader size="xs" /> : null}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={query === ""} mah={460} style={{ overflowY: "auto" }}>
        <Combobox.Options aria-label={t("search.label")}>
          <Found
            articles={found.status === "ready" ? found.value.items.slice(0, shown) : []}
            activities={activities}
          />
          {found.status === "ready" && found.value.items.length + activities.length === 0 && (
            <Combobox.Empty>{t("search.none", { q: query })}</Combobox.Empty>
          )}
          {found.status === "ready" && found.value.reading && (
            <Combobox.Empty>{t("search.reading")}</Combobox.Empty>
          )}
          {found.status === "failed" && <Combobox.Empty>{t("search.failed")}</Combobox.Empty>}
          <Combobox.Option value="ask">
            <Line icon={<IconMessageCircle size={18} />} title={t("search.ask")} hint={query} />
          </Combobox.Option>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function useFoundArticles(query: string) {
  const { api } = useDesk();
  const locale = useLocale();
  const load = useCallback(async () => {
    if (query === "") return { items: [] };
    const found = await api.findArticles({ q: query, language: locale });
    // An article in another language is better than none.
    return found.items.length > 0 ? found : api.findArticles({ q: query });
  }, [api, query, locale]);
  return useLoaded(load)[0];
}

interface FoundProps {
  readonly articles: readonly ArticleSummary[];
  readonly activities: readonly FoundActivity[];
}

function Found({ articles, activities }: FoundProps) {
  const t = usePortalTexts();
  return (
    <>
      {articles.length > 0 && (
        <Combobox.Group label={t("search.articles")}>
          {articles.map((article) => (
            <Combobox.Option key={article.id} value={`/articles/${article.id}`}>
              <Line icon={<IconBook2 size={18} />} title={article.title} hint={<Excerpt of={article} />} />
            </Combobox.Option>
          ))}
        </Combobox.Group>
      )}
      {activities.length > 0 && (
        <Combobox.Group label={t("search.activities")}>
          {activities.map(({ activity, catalogId, path }) => (
            <Combobox.Option key={activity.id} value={`/services/${catalogId}/${activity.id}`}>
              <Line icon={<IconTools size={18} />} title={activity.name} hint={path} />
            </Combobox.Option>
          ))}
        </Combobox.Group>
      )}
    </>
  );
}

function Line({ icon, title, hint }: { icon: ReactNode; title: string; hint: ReactNode }) {
  return (
    <span style={{ display: "grid", gridTemplateColumns: "auto 1fr", columnGap: 10, alignItems: "center" }}>
      <span aria-hidden style={{ display: "grid", opacity: 0.7 }}>
        {icon}
      </span>
      <span style={{ minWidth: 0 }}>
        <Text span size="sm" fw={500} truncate display="block">
          {title}
        </Text>
        <Text span size="xs" c="dimmed" truncate display="block">
          {hint}
        </Text>
      </span>
    </span>
  );
}
