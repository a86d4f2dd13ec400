import {
  type AdminArticle,
  type AdminArticleList,
  type AdminArticleQuery,
  AppError,
  type ArticleForm,
  type ArticleVersion,
  type WholeVersion,
} from "../../contract/index.js";
import type { Db, Store } from "../../store/index.js";
import type { Articles } from "../articles.js";
import type { Reader } from "../permissions.js";
import { listForEditor } from "./list.js";
import { readForEditor } from "./read.js";
import { bringBack, removeArticle } from "./remove.js";
import { type ArticleEdit, changeArticle, createArticle, toRestored } from "./save.js";
import { listVersions, readVersion } from "./versions.js";

/** Articles as those who look after them see them; each may edit what they may know of, and finds nothing else. */
export interface ArticleEditor {
  list(person: Reader, query: AdminArticleQuery): Promise<AdminArticleList>;
  read(person: Reader, id: string): Promise<AdminArticle>;
  create(person: Reader, form: ArticleForm): Promise<AdminArticle>;
  /** `article/changed` with the present article where somebody saved it since that version. */
  change(person: Reader, edit: ArticleEdit): Promise<AdminArticle>;
  versions(person: Reader, id: string): Promise<ArticleVersion[]>;
  version(person: Reader, id: string, version: number): Promise<WholeVersion>;
  /** Makes the words of an earlier version the present ones, as a new version. */
  restore(
    person: Reader,
    which: { readonly id: string; readonly version: number; readonly over: number },
  ): Promise<AdminArticle>;
  remove(person: Reader, id: string): Promise<void>;
  /** Undoes a removal. */
  bringBack(person: Reader, id: string): Promise<AdminArticle>;
}

export function createArticleEditor(parts: {
  readonly store: Store;
  readonly articles: Pick<Articles, "tellChanged">;
  readonly now: () => number;
}): ArticleEditor {
  const { articles, now } = parts;
  const { db } = parts.store;

  async function write(
    person: Reader,
    work: (trx: Db, author: { person: Reader; at: number }) => Promise<string>,
  ) {
    const { id, article } = await db.transaction().execute(async (trx) => {
      const written = await work(trx, { person, at: now() });
      return { id: written, article: await stillReadable(trx, person, written) };
    });
    articles.tellChanged([id]);
    return article;
  }

  async function change(person: Reader, edit: ArticleEdit): Promise<AdminArticle> {
    return write(person, async (trx, author) => {
      await changeArticle(trx, edit, author);
      return edit.id;
    });
  }

  return {
    list: (person, query) => listForEditor(db, person, query, now()),
    read: (person, id) => readForEditor(db, person, id),
    create: (person, form) => write(person, (trx, author) => createArticle(trx, form, author)),
    change,
    versions: async (person, id) => {
      await readForEditor(db, person, id);
      return listVersions(db, id);
    },
    version: async (person, id, version) => {
      await readForEditor(db, person, id);
      return readVersion(db, id, version);
    },
    restore: async (person, { id, version, over }) => {
      const present = await readForEditor(db, person, id);
      const form = toRestored(present, await readVersion(db, id, version));
      return change(person, { id, version: over, form });
    },
    remove: async (person, id) => {
      await write(person, async (trx, author) => {
        await removeArticle(trx, id, author);
        return id;
      });
    },
    bringBack: (person, id) =>
      write(person, async (trx, author) => {
        await bringBack(trx, id, author);
        return id;
      }),
  };
}

/** Who would lose sight of an article by their own change is told so before it holds. */
async function stillReadable(trx: Db, person: Reader, id: string): Promise<AdminArticle> {
  return readForEditor(trx, person, id).catch((cause: unknown) => {
    if (!(cause instanceof AppError)) throw cause;
    const message = "You could not see it yourself any more. Choose another folder, visibility or group.";
    throw new AppError("article/refused", message, { cause });
  });
}
