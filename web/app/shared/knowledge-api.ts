import type { ArticleSummary } from "../../../contract/article.js";
import type {
  AdminArticle,
  AdminArticleList,
  ArticleForm,
  ArticleVersion,
  Folder,
  FolderCount,
  FolderForm,
  WholeVersion,
} from "../../../contract/knowledge.js";
import type { Locale } from "../../../contract/locale.js";
import type { Http } from "./http.js";

interface List<T> {
  readonly items: readonly T[];
}

/** Knowledge as readers and as editors see it; each call rejects with an `ApiError`. */
export interface KnowledgeApi {
  readFolderCounts(language: Locale | undefined): Promise<List<FolderCount>>;
  readRelated(id: string): Promise<List<ArticleSummary>>;
  countView(id: string): Promise<void>;
  giveFeedback(id: string, answer: { helped: boolean; comment?: string }): Promise<void>;
  findForEditor(query: Readonly<Record<string, string>>): Promise<AdminArticleList>;
  readForEditor(id: string): Promise<AdminArticle>;
  create(form: ArticleForm): Promise<AdminArticle>;
  /** Refused with `article/changed` where somebody saved the article since that version. */
  change(id: string, version: number, form: ArticleForm): Promise<AdminArticle>;
  remove(id: string): Promise<void>;
  bringBack(id: string): Promise<AdminArticle>;
  readVersions(id: string): Promise<List<ArticleVersion>>;
  readVersion(id: string, version: number): Promise<WholeVersion>;
  restore(id: string, which: { version: number; over: number }): Promise<AdminArticle>;
  readFolders(): Promise<List<Folder>>;
  /** Makes one without an id. */
  saveFolder(form: FolderForm, id?: string): Promise<Folder>;
  removeFolder(id: string): Promise<void>;
}

const articlesPath = "/api/v1/knowledge/articles";
const foldersPath = "/api/v1/knowledge/folders";

export function createKnowledgeApi({ get, post, put, remove }: Http): KnowledgeApi {
  return {
    readFolderCounts: (language) => get(`/api/v1/articles/folders${language ? `?language=${language}` : ""}`),
    readRelated: (id) => get(`/api/v1/articles/${id}/related`),
    countView: (id) => post(`/api/v1/articles/${id}/views`, {}),
    giveFeedback: (id, answer) => put(`/api/v1/articles/${id}/feedback`, answer),
    findForEditor: (query) => get(`${articlesPath}?${new URLSearchParams(query)}`),
    readForEditor: (id) => get(`${articlesPath}/${encodeURIComponent(id)}`),
    create: (form) => post(articlesPath, form),
    change: (id, version, form) => put(`${articlesPath}/${id}`, { ...form, version }),
    remove: (id) => remove(`${articlesPath}/${id}`),
    bringBack: (id) => post(`${articlesPath}/${id}/undelete`, {}),
    readVersions: (id) => get(`${articlesPath}/${id}/versions`),
    readVersion: (id, version) => get(`${articlesPath}/${id}/versions/${version}`),
    restore: (id, which) => post(`${articlesPath}/${id}/restore`, which),
    readFolders: () => get(foldersPath),
    saveFolder: (form, id) =>
      id === undefined ? post(foldersPath, form) : put(`${foldersPath}/${id}`, form),
    removeFolder: (id) => remove(`${foldersPath}/${id}`),
  };
}
