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
  type SavedMapping,
} from "../../contract/index.js";
import { type Db, isUniqueViolation, type Store, saveSetting } from "../../store/index.js";
import { attendanceAcceptedIn } from "./accepted-attendance.js";
import { listChatRequests, readChatRequests } from "./chat-requests.js";
import { editInteractionIn } from "./edit-interaction.js";
import { type FilledInteraction, fillInteraction } from "./fill-interaction.js";
import { mappingName, type Opening, openInteractionIn, readMapping } from "./open-interaction.js";
import type { Page } from "./paging.js";
import { interactionsOf, listInteractions, readInteractions, toRelation } from "./read-interactions.js";
import { readSource } from "./read-source.js";
import { type Reader, visibleOf } from "./who-may-see.js";

/** Interactions and the chat requests they belong to; for staff only. */
export interface Interactions {
  acceptedIn(
    trx: Db,
    acceptance: { readonly attendanceId: string; readonly agentId: string; readonly at: number },
  ): Promise<void>;
  chatRequests(reader: Reader, query: ChatRequestQuery, locale: Locale): Promise<Page<ChatRequest>>;
  /** With its interactions. Throws `attendance/not-found`, also for one the reader may not see (S10). */
  chatRequest(
    reader: Reader,
    id: string,
    locale: Locale,
  ): Promise<ChatRequest & { readonly related: readonly Interaction[] }>;
  list(reader: Reader, query: InteractionQuery, locale: Locale): Promise<Page<Interaction>>;
  /** With those of its chat requests that the reader may see. Throws `interaction/not-found`. */
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

  async function requireVisible(reader: Reader, attendanceId: string): Promise<void> {
    requireStaff(reader);
    if (!(await visibleOf(db, reader, [attendanceId])).has(attendanceId)) throw noChatRequest();
  }

  /** Of several that come at once with one cause, the others find what the first has opened. */
  async function addOnce(opening: Omit<Opening, "relation">): Promise<string> {
    const findOrOpen = () =>
      db.transaction().execute(async (trx) => {
        const first = await trx
          .selectFrom("interaction")
          .select("id")
          .where("cause_id", "=", opening.causeId)
          .executeTakeFirst();
        return first?.id ?? (await openInteractionIn(trx, { ...opening, relation: "additional" }));
      });
    try {
      return await findOrOpen();
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return findOrOpen();
    }
  }

  return {
    acceptedIn: attendanceAcceptedIn,
    chatRequests: (reader, query, locale) => {
      requireStaff(reader);
      return listChatRequests(db, reader, query, locale);
    },
    chatRequest: async (reader, id, locale) => {
      await requireVisible(reader, id);
      const [request] = await readChatRequests(db, [id], locale);
      if (request === undefined) throw noChatRequest();
      return { ...request, related: await interactionsOf(db, id, locale) };
    },
    list: (reader, query, locale) => {
      requireStaff(reader);
      return listInteractions(db, query, locale);
    },
    byNumber: async (reader, number, locale) => {
      requireStaff(reader);
      const item = await find(number, locale);
      return { ...item, related: await relatedOf(db, { interactionId: item.id, reader, locale }) };
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
      await requireVisible(reader, attendanceId);
      const causeId = `${reader.accountId}/${requestId}`;
      const id = await addOnce({ attendanceId, agentId: reader.accountId, causeId, at: now() });
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

async function relatedOf(
  db: Db,
  look: { readonly interactionId: string; readonly reader: Reader; readonly locale: Locale },
): Promise<ChatRequest[]> {
  const { interactionId, reader, locale } = look;
  const links = await db
    .selectFrom("interaction_link")
    .select(["attendance_id", "relation"])
    .where("interaction_id", "=", interactionId)
    .orderBy("created_at")
    .execute();
  const linked = links.map((link) => link.attendance_id);
  const visible = await visibleOf(db, reader, linked);
  const ids = linked.filter((id) => visible.has(id));
  return (await readChatRequests(db, ids, locale)).map((request) => ({
    ...request,
    relation: toRelation(links.find((link) => link.attendance_id === request.id)?.relation),
  }));
}

function requireStaff(reader: Reader): void {
  if (!isStaff(reader)) throw new AppError("access/denied", "Only attendants see these records.");
}

function noChatRequest(): AppError {
  return new AppError("attendance/not-found", "There is no such chat request.");
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
