import { z } from "zod";
import { roleSchema } from "./account.js";
import { articleSchema, articleStates, visibilities } from "./article.js";
import { idSchema } from "./ids.js";
import { localeSchema } from "./locale-schema.js";

export const maxTitleChars = 200;
export const maxBodyChars = 500_000;

/** Names parted by "/", from the top; the top itself is "". */
export const folderPathSchema = z
  .string()
  .max(300)
  .transform((path) => path.split("/").map((name) => name.trim()))
  .transform((names) => names.filter((name) => name !== "").join("/"));

export const folderReaders = ["inherit", "everyone", "listed"] as const;
export type FolderReaders = (typeof folderReaders)[number];

const subjects = {
  roles: z.array(roleSchema).max(4).default([]),
  groupIds: z.array(idSchema).max(200).default([]),
};

/** Who may read what is internal in a folder, and who looks after it (S2-25). */
export const folderFormSchema = z.strictObject({
  path: folderPathSchema,
  readers: z.enum(folderReaders),
  /** Where `readers` is "listed": people of these roles, and members of these groups. */
  read: z.strictObject(subjects),
  /** Nobody named: those of the folder above. They read what is confidential too. */
  administer: z.strictObject({ ...subjects, accountIds: z.array(idSchema).max(200).default([]) }),
});
export type FolderForm = z.infer<typeof folderFormSchema>;

/** A folder that says something about rights; the others follow the nearest one above them. */
export const folderSchema = folderFormSchema.extend({ id: idSchema, path: z.string() });
export type Folder = z.infer<typeof folderSchema>;

export const folderCountSchema = z.strictObject({ path: z.string(), count: z.int() });
export type FolderCount = z.infer<typeof folderCountSchema>;

const time = z.int().min(0).optional();

/** What an editor keeps of an article; what is left out is taken away. */
export const articleFormSchema = z.strictObject({
  title: z.string().trim().min(1).max(maxTitleChars),
  language: localeSchema,
  folder: folderPathSchema,
  /** Markdown. */
  body: z.string().max(maxBodyChars),
  tags: z.array(z.string().trim().min(1).max(60)).max(50).default([]),
  visibility: z.enum(visibilities),
  state: z.enum(articleStates),
  /** For an internal article: these groups in place of those of its folder. */
  groupIds: z.array(idSchema).max(200).default([]),
  expiresAt: time,
  reviewAt: time,
  /** It says the same as this article, in another language. */
  translationOf: idSchema.optional(),
  /** What this save was for; told in the list of versions. */
  note: z.string().trim().max(300).default(""),
});
export type ArticleForm = z.infer<typeof articleFormSchema>;

/** A change is made to the version that was read; to any other it is refused with `article/changed`. */
export const articleChangeSchema = articleFormSchema.extend({ version: z.int().min(1) });
export const articleRestoreSchema = z.strictObject({
  version: z.int().min(1),
  /** The version that is there now. */
  over: z.int().min(1),
});

export const articleTranslationSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  language: localeSchema,
});
export type ArticleTranslation = z.infer<typeof articleTranslationSchema>;

/** An article as its readers see it on its page. */
export const articlePageSchema = articleSchema.extend({
  author: z.string().optional(),
  views: z.int(),
  /** Those this person may read. */
  translations: z.array(articleTranslationSchema),
  /** What this person said of it. */
  helped: z.boolean().optional(),
});
export type ArticlePage = z.infer<typeof articlePageSchema>;

export const articleFeedbackSchema = z.strictObject({
  helped: z.boolean(),
  comment: z.string().trim().max(1000).optional(),
});

const adminStates = [...articleStates, "removed"] as const;
export type AdminArticleState = (typeof adminStates)[number];

export const listedArticleSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  language: localeSchema,
  folder: z.string(),
  visibility: z.enum(visibilities),
  state: z.enum(adminStates),
  version: z.int(),
  updatedAt: z.int(),
  expiresAt: z.int().optional(),
  reviewAt: z.int().optional(),
  views: z.int(),
  helped: z.int(),
  didNot: z.int(),
});
export type ListedArticle = z.infer<typeof listedArticleSchema>;

export const adminArticleSchema = listedArticleSchema.extend({
  body: z.string(),
  tags: z.array(z.string()),
  groupIds: z.array(z.string()),
  author: z.string().optional(),
  createdAt: z.int(),
  translations: z.array(articleTranslationSchema),
  comments: z.array(z.object({ text: z.string(), at: z.int() })),
});
export type AdminArticle = z.infer<typeof adminArticleSchema>;

export const articleSorts = ["title", "updated", "folder", "views", "review"] as const;
export type ArticleSort = (typeof articleSorts)[number];

export const adminArticleQuerySchema = z.object({
  q: z.string().max(200).optional(),
  language: localeSchema.optional(),
  state: z.enum(adminStates).optional(),
  /** This folder and those under it. */
  folder: folderPathSchema.optional(),
  /** Only those whose review is due. */
  due: z.stringbool().optional(),
  sort: z.enum(articleSorts).default("updated"),
  order: z.enum(["asc", "desc"]).default("desc"),
  /** The `next` of the page before, in the same order. */
  after: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export type AdminArticleQuery = z.infer<typeof adminArticleQuerySchema>;

export const adminArticleListSchema = z.object({
  items: z.array(listedArticleSchema),
  next: z.string().optional(),
  total: z.int(),
  /** Of all that this person may edit, whatever was asked for. */
  due: z.int(),
});
export type AdminArticleList = z.infer<typeof adminArticleListSchema>;

export const articleVersionSchema = z.strictObject({
  version: z.int(),
  savedAt: z.int(),
  savedBy: z.string().optional(),
  note: z.string(),
  title: z.string(),
});
export type ArticleVersion = z.infer<typeof articleVersionSchema>;

export const wholeVersionSchema = articleVersionSchema.extend({
  language: localeSchema,
  body: z.string(),
  tags: z.array(z.string()),
});
export type WholeVersion = z.infer<typeof wholeVersionSchema>;
