import { z } from "zod";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  adminArticleListSchema,
  adminArticleQuerySchema,
  adminArticleSchema,
  articleChangeSchema,
  articleFormSchema,
  articleRestoreSchema,
  articleVersionSchema,
  folderFormSchema,
  folderSchema,
  idSchema,
  type Principal,
  wholeVersionSchema,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { ArticleEditor, Folders } from "../../knowledge/index.js";

export interface KnowledgeRouteParts {
  readonly editor: ArticleEditor;
  readonly folders: Folders;
}

const articlesPath = "/api/v1/knowledge/articles";
const foldersPath = "/api/v1/knowledge/folders";
/** JSON may need six bytes for a character. */
const bodyBytesMax = 4 * 1024 * 1024;

/** Articles and folders as admins and supervisors keep them; everything written is in the record of changes. */
export function knowledgeRoutes({ editor, folders }: KnowledgeRouteParts): Route[] {
  return [...articleRoutes(editor), ...versionRoutes(editor), ...folderRoutes(folders)];
}

function articleRoutes(editor: ArticleEditor): Route[] {
  return [
    defineRoute({
      method: "get",
      path: articlesPath,
      summary: "Articles in every state that this person may edit, searched, narrowed, sorted and by page",
      who: "staff",
      query: adminArticleQuerySchema,
      answer: adminArticleListSchema,
      handle: async ({ principal, query }) => ({ body: await editor.list(requireEditor(principal), query) }),
    }),
    defineRoute({
      method: "post",
      path: articlesPath,
      summary: "Write an article",
      who: "staff",
      success: 201,
      audit: "always",
      body: articleFormSchema,
      answer: adminArticleSchema,
      maxBodyBytes: bodyBytesMax,
      handle: async ({ principal, body }) => ({
        status: 201,
        body: await editor.create(requireEditor(principal), body),
      }),
    }),
    defineRoute({
      method: "get",
      path: `${articlesPath}/:id`,
      summary: "One article to be edited, with what its readers said",
      who: "staff",
      answer: adminArticleSchema,
      handle: async ({ principal, params }) => ({
        body: await editor.read(requireEditor(principal), toId(params.id)),
      }),
    }),
    defineRoute({
      method: "put",
      path: `${articlesPath}/:id`,
      summary:
        "Change an article; 409 with the present one where somebody saved it since the version that was read",
      who: "staff",
      audit: "always",
      body: articleChangeSchema,
      maxBodyBytes: bodyBytesMax,
      answer: adminArticleSchema,
      handle: async ({ principal, params, body: { version, ...form } }) => ({
        body: await editor.change(requireEditor(principal), { id: toId(params.id), version, form }),
      }),
    }),
    defineRoute({
      method: "del",
      path: `${articlesPath}/:id`,
      summary: "Remove an article that nobody has judged; it can be brought back",
      who: "staff",
      success: 204,
      audit: "always",
      handle: async ({ principal, params }) => {
        await editor.remove(requireEditor(principal), toId(params.id));
        return { status: 204 };
      },
    }),
    defineRoute({
      method: "post",
      path: `${articlesPath}/:id/undelete`,
      summary: "Bring a removed article back",
      who: "staff",
      audit: "always",
      answer: adminArticleSchema,
      handle: async ({ principal, params }) => ({
        body: await editor.bringBack(requireEditor(principal), toId(params.id)),
      }),
    }),
  ];
}

function versionRoutes(editor: ArticleEditor): Route[] {
  const path = `${articlesPath}/:id/versions`;
  return [
    defineRoute({
      method: "get",
      path,
      summary: "What is kept of an article, newest first",
      who: "staff",
      answer: z.object({ items: z.array(articleVersionSchema) }),
      handle: async ({ principal, params }) => ({
        body: { items: await editor.versions(requireEditor(principal), toId(params.id)) },
      }),
    }),
    defineRoute({
      method: "get",
      path: `${path}/:version`,
      summary: "The words of one version",
      who: "staff",
      answer: wholeVersionSchema,
      handle: async ({ principal, params }) => {
        const version = z.coerce
          .number()
          .int()
          .min(1)
          .max(2 ** 31 - 1)
          .safeParse(params.version);
        if (!version.success) throw noVersion();
        return { body: await editor.version(requireEditor(principal), toId(params.id), version.data) };
      },
    }),
    defineRoute({
      method: "post",
      path: `${articlesPath}/:id/restore`,
      summary: "Make the words of an earlier version the present ones; folder, state and permissions stay",
      who: "staff",
      audit: "always",
      body: articleRestoreSchema,
      answer: adminArticleSchema,
      handle: async ({ principal, params, body }) => ({
        body: await editor.restore(requireEditor(principal), { id: toId(params.id), ...body }),
      }),
    }),
  ];
}

function folderRoutes(folders: Folders): Route[] {
  return [
    defineRoute({
      method: "get",
      path: foldersPath,
      summary: "Folders that say who may read and who looks after them",
      who: "staff",
      answer: z.object({ items: z.array(folderSchema) }),
      handle: async ({ principal }) => {
        requireEditor(principal);
        return { body: { items: await folders.list() } };
      },
    }),
    defineRoute({
      method: "post",
      path: foldersPath,
      summary: "Give a folder rights of its own; holds for the next search",
      who: "admin",
      success: 201,
      body: folderFormSchema,
      answer: folderSchema,
      handle: async ({ principal, body }) => ({
        status: 201,
        body: await folders.save(body, { by: requirePrincipal(principal).accountId }),
      }),
    }),
    defineRoute({
      method: "put",
      path: `${foldersPath}/:id`,
      summary: "Change the rights of a folder; holds for the next search",
      who: "admin",
      body: folderFormSchema,
      answer: folderSchema,
      handle: async ({ principal, params, body }) => ({
        body: await folders.save(body, {
          id: toFolderId(params.id),
          by: requirePrincipal(principal).accountId,
        }),
      }),
    }),
    defineRoute({
      method: "del",
      path: `${foldersPath}/:id`,
      summary: "Let a folder follow the one above it",
      who: "admin",
      success: 204,
      handle: async ({ principal, params }) => {
        await folders.remove(toFolderId(params.id), requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
  ];
}

function requireEditor(principal: Principal | undefined): Principal {
  const person = requirePrincipal(principal);
  if (person.role === "admin" || person.role === "supervisor") return person;
  throw new AppError("access/denied", "Articles are kept by supervisors and administrators.");
}

function toId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("article/not-found", "There is no such article for you.");
  return id.data;
}

function toFolderId(text: string | undefined): string {
  const id = idSchema.safeParse(text);
  if (!id.success) throw new AppError("folder/not-found", "There is no such folder.");
  return id.data;
}

function noVersion(): AppError {
  return new AppError("article/not-found", "There is no such version of this article.");
}
