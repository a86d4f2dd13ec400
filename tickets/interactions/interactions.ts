import {
  AppError,
  type ChatRequest,
  type ChatRequestQuery,
  type Interaction,
  type InteractionChange,
  type InteractionMapping,
  type InteractionQuery,
  isStaff,
  type Locale,
  type Principal,
  type SavedMapping,
} from "../../contract/index.js";
import type { Db, Store } from "../../store/index.js";
import { saveSetting } from "../agreements/index.js";
import { attendanceAcceptedIn } from "./accepted-attendance.js";
import { listChatRequests, readChatRequests } from "./chat-requests.js";
import { editInteractionIn } from "./edit-interaction.js";
import { type FilledInteraction, fillInteraction } from "./fill-interaction.js";
import { mappingName, openInteractionIn, readMapping } from "./open-interaction.js";
import type { Page } from "./paging.js";
import { interactionsOf, listInteractions, readInteractions, toRelation } from "./read-interactions.js";
import { readSource } from "./read-source.js";

type Reader = Pick<Principal, "accountId" | "role" | "groupIds">;

/** Interactions and the chat requests they belong to; for staff only. */
export interface Interactions {
  acceptedIn(
    trx: Db,
    acceptance: { readonly attendanceId: string; readonly agentId: string; readonly at: number },
  ): Promise<void>;
  chatRequests(reader: Reader, query: ChatRequestQuery, locale: Locale): Promise<Page<ChatRequest>>;
  /** With its interactions. Throws `attendance/not-found`. */
  chatRequest(
    reader: Reader,
    id: string,
    locale: Locale,
  ): Promise<ChatRequest & { readonly related: readonly Interaction[] }>;
  list(reader: Reader, query: InteractionQuery, locale: Locale): Promise<Page<Interaction>>;
  /** With its chat requests. Throws `interaction/not-found`. */
  byNumber(
    reader: Reader,
    number: string,
    locale: Locale,
  ): Promise<Interaction & { readonly related: readonly ChatRequest[] }>;
  /** Throws `interaction/changed` with the present one for an older version. */
  edit(reader: Reader, number: string, form: InteractionChange, locale: Locale): Promise<Interaction>;
  /** One more for the same chat (S1-35); a repeat finds the first. */
  add(
    reader: Reader,
    wish: { readonly attendanceId: string; readonly requestId: string },
    locale: Locale,
  ): Promise<Interaction>;
  mapping(): Promise<SavedMapping>;
  /** Holds for interactions opened from then on. Throws `mapping/changed` when it was saved since it was read. */
  saveMapping(saved: SavedMapping, by: string): Promise<SavedMapping>;
  /** What an interaction of this attendance would begin with. */
  preview(mapping: InteractionMapping, attendanceId: string): Promise<FilledInteraction>;
}

export function createInteractions({
  store,
  now,
}: {
  readonly store: Store;
  readonly now: () => number;
}): Interactions {
  const { db } = store;

  async function find(number: string, locale: Locale): Promise<Interaction> {
    const row = await db
      .selectFrom("interaction")
      .select("id")
      .where("number", "=", toNumber(number))
      .executeTakeFirst();
    const [item] = row === undefined ? [] : await readInteractions(db, [row.id], locale);
    if (item === undefined) throw notFound();
    return item;
  }

  return {
    acceptedIn: attendanceAcceptedIn,
    chatRequests: (reader, query, locale) => {
      requireStaff(reader);
      return listChatRequests(db, reader, query, locale);
    },
    chatRequest: async (reader, id, locale) => {
      requireStaff(reader);
      const [request] = await readChatRequests(db, [id], locale);
      if (request === undefined) throw new AppError("attendance/not-found", "There is no such chat request.");
      return { ...request, related: await interactionsOf(db, id, locale) };
    },
    list: (reader, query, locale) => {
      requireStaff(reader);
      return listInteractions(db, query, locale);
    },
    byNumber: async (reader, number, locale) => {
      requireStaff(reader);
      const item = await find(number, locale);
      return { ...item, related: await relatedOf(db, item.id, locale) };
    },
    edit: async (reader, number, form, locale) => {
      requireStaff(reader);
      const edit = { number: toNumber(number), form, by: reader.accountId, at: now() };
      const outcome = await db.transaction().execute((trx) => editInteractionIn(trx, edit));
      const present = await find(number, locale);
      if (outcome === "stale") throw changedMeanwhile(present);
      return present;
    },
    add: async (reader, { attendanceId, requestId }, locale) => {
      requireStaff(reader);
      const causeId = `${reader.accountId}/${requestId}`;
      const id = await db.transaction().execute(async (trx) => {
        const before = await trx
          .selectFrom("interaction")
          .select("id")
          .where("cause_id", "=", causeId)
          .executeTakeFirst();
        if (before !== undefined) return before.id;
        const opening = { attendanceId, agentId: reader.accountId, causeId, at: now() };
        return openInteractionIn(trx, { ...opening, relation: "additional" });
      });
      const [item] = await readInteractions(db, [id], locale);
      if (item === undefined) throw notFound();
      return item;
    },
    mapping: () => readMapping(db),
    saveMapping: async ({ version, mapping }, by) => {
      const saved = await saveSetting(store, { name: mappingName, value: mapping, version, at: now(), by });
      if (saved === "saved") return readMapping(db);
      throw new AppError(
        "mapping/changed",
        "Somebody else has changed the mapping meanwhile. Nothing of yours was saved.",
        { details: { present: await readMapping(db) } },
      );
    },
    preview: async (mapping, attendanceId) =>
      fillInteraction(mapping, await readSource(db, { attendanceId, agentId: undefined })),
  };
}

async function relatedOf(db: Db, interactionId: string, locale: Locale): Promise<ChatRequest[]> {
  const links = await db
    .selectFrom("interaction_link")
    .select(["attendance_id", "relation"])
    .where("interaction_id", "=", interactionId)
    .orderBy("created_at")
    .execute();
  const ids = links.map((link) => link.attendance_id);
  return (await readChatRequests(db, ids, locale)).map((request) => ({
    ...request,
    relation: toRelation(links.find((link) => link.attendance_id === request.id)?.relation),
  }));
}

function requireStaff(reader: Reader): void {
  if (!isStaff(reader)) throw new AppError("access/denied", "Only attendants see these records.");
}

function toNumber(text: string): string {
  return text.trim().toUpperCase();
}

function changedMeanwhile(present: Interaction): AppError {
  const message =
    "Somebody else has changed this interaction meanwhile. Nothing of yours was saved; look and save again.";
  return new AppError("interaction/changed", message, { details: { present } });
}

function notFound(): AppError {
  return new AppError("interaction/not-found", "There is no such interaction.");
}
