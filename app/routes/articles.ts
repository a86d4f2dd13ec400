import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  type ArticleSummary,
  articleQuerySchema,
  articleSchema,
  articleSummarySchema,
  idSchema,
  type Locale,
  type Principal,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Articles } from "../../knowledge/index.js";
import type { Finder } from "../finder.js";

export interface ArticleRouteParts {
  readonly articles: Articles;
  readonly finder: Finder;
}

/** Knowledge, permitted to this person only (S2-25). */
export function articleRoutes({ articles, finder }: ArticleRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/articles",
      summary: "Search articles with q, or list them by title",
      who: "person",
      forGuests: true,
      query: articleQuerySchema,
      answer: z.object({ items: z.array(articleSummarySchema), next: z.string().optional() }),
      handle: async ({ principal, query, locale }) => {
        const person = requirePrincipal(principal);
        const { q, language, after, limit } = query;
        if (q === undefined || q.trim() === "") {
          return { body: await articles.list(person, { language, after, limit }) };
        }
        return { body: { items: await find({ articles, finder }, person, q, language ?? locale, limit) } };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/articles/:id",
      summary: "One article",
      who: "person",
      forGuests: true,
      answer: articleSchema,
      handle: async ({ principal, params }) => {
        const id = idSchema.safeParse(params.id);
        const article = id.success ? await articles.get(requirePrincipal(principal), id.data) : undefined;
        if (article === undefined)
          throw new AppError("article/not-found", "There is no such article for you.");
        return { body: article };
      },
    }),
  ];
}

/** Typed titles first, then what answers the words; each article once. */
async function find(
  { articles, finder }: ArticleRouteParts,
  person: Principal,
  text: string,
  locale: Locale,
  limit: number,
): Promise<ArticleSummary[]> {
  const found = [
    ...finder.search(person, text, locale, limit),
    ...finder.titles(person, text, locale, limit),
  ];
  const best = [...new Map(found.map((one) => [one.id, one])).values()].slice(0, limit);
  const whole = new Map(
    (await articles.find(best.map(({ id }) => id))).map((article) => [article.id, article]),
  );
  return best.flatMap(({ id, title, language, passage, score }) => {
    const article = whole.get(id);
    if (article === undefined) return [];
    const { folder, updatedAt } = article;
    return [
      { id, title, language, folder, excerpt: passage || article.body.slice(0, 160), score, updatedAt },
    ];
  });
}
