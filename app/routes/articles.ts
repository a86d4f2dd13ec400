import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  type ArticlePage,
  type ArticleSummary,
  articleFeedbackSchema,
  articlePageSchema,
  articleQuerySchema,
  articleSummarySchema,
  folderCountSchema,
  idSchema,
  type Locale,
  localeSchema,
  type Principal,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Articles, Feedback, Follower, Reading } from "../../knowledge/index.js";
import type { Finder } from "../finder.js";

export interface ArticleRouteParts {
  readonly articles: Articles;
  readonly finder: Finder;
  readonly follower: Pick<Follower, "isComplete">;
  readonly reading: Reading;
  readonly feedback: Feedback;
}

const relatedMax = 4;
/** Below this an article has some words in common, not its matter. */
const relatedFrom = 0.2;

/** Knowledge, permitted to this person only (S2-25). */
export function articleRoutes(parts: ArticleRouteParts): Route[] {
  return [...findingRoutes(parts), ...pageRoutes(parts)];
}

function findingRoutes(parts: ArticleRouteParts): Route[] {
  const { articles, follower } = parts;
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/articles",
      summary: "Search articles with q, or list them by title; folder narrows to it and those under it",
      who: "person",
      forGuests: true,
      query: articleQuerySchema,
      answer: z.object({
        items: z.array(articleSummarySchema),
        next: z.string().optional(),
        /** The index is still being filled; a later search may find more. */
        reading: z.literal(true).optional(),
      }),
      handle: async ({ principal, query, locale }) => {
        const person = requirePrincipal(principal);
        const { q, language, folder, after, limit } = query;
        if (q === undefined || q.trim() === "") {
          return { body: await articles.list(person, { language, folder, after, limit }) };
        }
        const found = await find(parts, { person, text: q, locale: language ?? locale, limit });
        const items = found.filter((one) => isIn(one.folder, folder));
        return { body: follower.isComplete() ? { items } : { items, reading: true as const } };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/articles/folders",
      summary: "The folders in which this person finds articles, and how many in each",
      who: "person",
      forGuests: true,
      query: z.object({ language: localeSchema.optional() }),
      answer: z.object({ items: z.array(folderCountSchema) }),
      handle: async ({ principal, query: { language } }) => ({
        body: { items: await articles.folderCounts(requirePrincipal(principal), language) },
      }),
    }),
  ];
}

function pageRoutes(parts: ArticleRouteParts): Route[] {
  const { finder, articles, reading, feedback } = parts;
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/articles/:id",
      summary: "One article, with its author, views, translations and what this person said of it",
      who: "person",
      forGuests: true,
      answer: articlePageSchema,
      handle: async ({ principal, params }) => ({ body: await requirePage(reading, principal, params.id) }),
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/articles/:id/related",
      summary: "Articles on the same matter, permitted to this person",
      who: "person",
      forGuests: true,
      answer: z.object({ items: z.array(articleSummarySchema) }),
      handle: async ({ principal, params }) => {
        const page = await requirePage(reading, principal, params.id);
        const known = [page.id, ...page.translations.map(({ id }) => id)];
        const words = [page.title, ...page.tags].join(" ");
        const ids = finder
          .search(requirePrincipal(principal), words, page.language, relatedMax + known.length)
          .filter(({ id, score }) => !known.includes(id) && score >= relatedFrom)
          .map(({ id }) => id);
        return {
          body: { items: await articles.summaries(requirePrincipal(principal), ids.slice(0, relatedMax)) },
        };
      },
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/articles/:id/views",
      summary: "Count that this person read it",
      who: "person",
      success: 204,
      forGuests: true,
      handle: async ({ principal, params }) => {
        const { id } = await requirePage(reading, principal, params.id);
        await reading.countView(id);
        return { status: 204 };
      },
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/articles/:id/feedback",
      summary: "Say whether it helped; a second answer takes the place of the first",
      who: "person",
      success: 204,
      forGuests: true,
      body: articleFeedbackSchema,
      handle: async ({ principal, params, body }) => {
        const { id } = await requirePage(reading, principal, params.id);
        await feedback.give({ articleId: id, accountId: requirePrincipal(principal).accountId, ...body });
        return { status: 204 };
      },
    }),
  ];
}

async function requirePage(
  reading: Reading,
  principal: Principal | undefined,
  given: string | undefined,
): Promise<ArticlePage> {
  const id = idSchema.safeParse(given);
  const page = id.success ? await reading.page(requirePrincipal(principal), id.data) : undefined;
  if (page === undefined) throw new AppError("article/not-found", "There is no such article for you.");
  return page;
}

interface Wish {
  readonly person: Principal;
  readonly text: string;
  readonly locale: Locale;
  readonly limit: number;
}

/** What answers the words, then typed titles; each article once, and only what the database permits this moment. */
async function find(
  { articles, finder }: ArticleRouteParts,
  { person, text, locale, limit }: Wish,
): Promise<ArticleSummary[]> {
  const found = [
    ...finder.search(person, text, locale, limit),
    ...finder.titles(person, text, locale, limit),
  ];
  const best = found
    .filter(({ id }, index) => found.findIndex((one) => one.id === id) === index)
    .slice(0, limit);
  const ids = best.map(({ id }) => id);
  const summaries = new Map((await articles.summaries(person, ids)).map((one) => [one.id, one]));
  return best.flatMap(({ id, passage, score }) => {
    const summary = summaries.get(id);
    if (summary === undefined) return [];
    const { text, marked } = passage();
    return [{ ...summary, score, ...(text === "" ? {} : { excerpt: text, ...(marked && { marked }) }) }];
  });
}

function isIn(path: string, folder: string | undefined): boolean {
  return !folder || path === folder || path.startsWith(`${folder}/`);
}
