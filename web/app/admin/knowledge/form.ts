import type { AdminArticle, ArticleForm } from "../../../../contract/knowledge.js";
import { type Locale, toLocale } from "../../../../contract/locale.js";

/** What an address says of an article that is to be written: its folder, or the question it will answer. */
export function toNewForm(params: URLSearchParams, locale: Locale): ArticleForm {
  const title = (params.get("title") ?? "").slice(0, 200);
  const language = toLocale(params.get("language") ?? undefined) ?? locale;
  return { ...emptyForm(language, params.get("folder") ?? ""), title };
}

function emptyForm(language: Locale, folder: string): ArticleForm {
  return {
    ...{ title: "", language, folder, body: "", tags: [], groupIds: [], note: "" },
    visibility: "internal",
    state: "draft",
  };
}

export function toForm(article: AdminArticle): ArticleForm {
  const { title, language, folder, body, tags, visibility, state, groupIds } = article;
  const { expiresAt, reviewAt, translations } = article;
  const translationOf = translations[0]?.id;
  return {
    ...{ title, language, folder, body, tags, visibility, groupIds, note: "" },
    state: state === "removed" ? "draft" : state,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(reviewAt === undefined ? {} : { reviewAt }),
    ...(translationOf === undefined ? {} : { translationOf }),
  };
}

/** The note alone is no change of the article. */
export function isSame(one: ArticleForm, other: ArticleForm): boolean {
  const canonical = (form: ArticleForm) =>
    JSON.stringify(
      Object.entries({ ...form, note: "" })
        .filter(([, value]) => value !== undefined)
        .sort(),
    );
  return canonical(one) === canonical(other);
}

/** A day as the date field writes it, in the time zone of this browser. */
export function toDay(at: number | undefined): string {
  if (at === undefined) return "";
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function fromDay(day: string): number | undefined {
  const at = new Date(`${day}T00:00:00`).getTime();
  return Number.isNaN(at) ? undefined : at;
}
