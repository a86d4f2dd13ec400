import { basename, dirname } from "node:path/posix";
import type { Locale, Visibility } from "../../contract/index.js";
import { articleDraftSchema, type ParsedDraft } from "../article.js";
import { plainText } from "../plain-text.js";
import { type Meta, parseFrontMatter } from "./front-matter.js";
import { languageOfPath, namedLocale, type PathLanguage } from "./language.js";
import { stripMdx } from "./mdx.js";
import { clip, titleOf } from "./title.js";

export interface ImportDefaults {
  /** Of files that name none; where it is not given, the text is asked. */
  readonly language?: Locale | undefined;
  readonly visibility?: Visibility | undefined;
  /** Name that goes before the folders of the tree. */
  readonly folder?: string | undefined;
}

export interface DraftOptions {
  readonly defaults: ImportDefaults;
  readonly detectLanguage?: ((text: string) => Locale | undefined) | undefined;
  /** Groups of the desk: name to id. */
  readonly groupIds: (names: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

export type Drafted =
  | { readonly ok: true; readonly draft: ParsedDraft }
  | { readonly ok: false; readonly reason: string };

const detectChars = 3000;
const maxTags = 50;
const maxTagChars = 60;
const maxFolderChars = 300;

/** Makes an article of the text of one file, or tells why not. `path` is relative to the tree, with `/`. */
export async function toDraft(path: string, text: string, options: DraftOptions): Promise<Drafted> {
  const parsed = parseFrontMatter(text);
  if (!parsed.ok) return parsed;
  const body = (/\.mdx$/i.test(path) ? stripMdx(parsed.body) : parsed.body).trim();
  if (body === "") return refused("it is empty");
  const ofPath = languageOfPath(path);
  const language = languageOf(parsed.meta, ofPath, body, options);
  if (typeof language === "object") return refused(language.reason);
  const groups = await groupsOf(parsed.meta, options);
  if (!groups.ok) return groups;
  const expiresAt = expiryOf(parsed.meta);
  if (Number.isNaN(expiresAt))
    return refused("broken front matter: expires must be a date such as 2027-01-31");
  const draft = articleDraftSchema.safeParse({
    title: clip(parsed.meta.title ?? "") || titleOf(body, path),
    language,
    folder: folderOf(parsed.meta, path, ofPath, options.defaults),
    body,
    tags: tagsOf(parsed.meta),
    visibility: parsed.meta.visibility ?? (groups.ids.length > 0 ? "internal" : options.defaults.visibility),
    state: stateOf(parsed.meta),
    groupIds: groups.ids,
    expiresAt,
  });
  if (draft.success) return { ok: true, draft: draft.data };
  return refused(`its ${String(draft.error.issues[0]?.path[0])} cannot be used`);
}

function languageOf(
  meta: Meta,
  ofPath: PathLanguage,
  body: string,
  { defaults, detectLanguage }: DraftOptions,
): Locale | { readonly reason: string } {
  const named = meta.language ?? meta.lang ?? meta.locale;
  if (named !== undefined && named !== null) {
    return namedLocale(named) ?? { reason: `its language "${clip(named)}" is not one of en, es, pt` };
  }
  if (ofPath.kind === "known") return ofPath.locale;
  if (ofPath.kind === "foreign") return { reason: `its language "${ofPath.tag}" is not one of en, es, pt` };
  return defaults.language ?? detectLanguage?.(prose(body)) ?? "en";
}

/** The text without code, tags and addresses, which are English in every language. */
function prose(body: string): string {
  const start = body.slice(0, detectChars * 4).replace(/^ {0,3}(```|~~~)[\s\S]*?^ {0,3}\1.*$/gm, " ");
  return plainText(start).slice(0, detectChars);
}

async function groupsOf(
  meta: Meta,
  options: DraftOptions,
): Promise<{ ok: true; ids: string[] } | { ok: false; reason: string }> {
  const names = meta.groups ?? [];
  if (names.length === 0) return { ok: true, ids: [] };
  const known = await options.groupIds(names);
  // An unknown group is not passed over: leaving it out could show the article to more people than were meant.
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) return { ok: false, reason: `there is no group "${clip(unknown)}"` };
  return { ok: true, ids: names.flatMap((name) => known.get(name) ?? []).sort() };
}

function expiryOf({ expires }: Meta): number | undefined {
  if (expires === undefined || expires === null) return undefined;
  return new Date(expires).getTime();
}

function stateOf(meta: Meta): "draft" | "published" | "expired" {
  if (meta.state) return meta.state;
  return meta.draft === true || meta.published === false ? "draft" : "published";
}

function tagsOf(meta: Meta): string[] {
  const tags = (meta.tags ?? meta.keywords ?? [])
    .map((tag) => clip(tag).slice(0, maxTagChars))
    .filter(Boolean);
  return [...new Set(tags)].slice(0, maxTags);
}

function folderOf(meta: Meta, path: string, language: PathLanguage, defaults: ImportDefaults): string {
  const segments = dirname(path) === "." ? [] : dirname(path).split("/");
  if (language.kind === "known" && language.segment !== undefined) segments.splice(language.segment, 1);
  if (meta.folder) segments.splice(0, segments.length, meta.folder);
  const whole = [defaults.folder ?? "", ...segments].filter((segment) => segment !== "").join("/");
  return whole.length <= maxFolderChars ? whole : clip(basename(whole)).slice(0, maxFolderChars);
}

function refused(reason: string): Drafted {
  return { ok: false, reason };
}
