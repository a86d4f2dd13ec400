import {
  type Article,
  articleStates,
  localeSchema,
  visibilities,
  type WebhookBody,
} from "../../contract/index.js";
import type { Conversations } from "../../conversation/index.js";
import type { Handoff } from "../../handoff/index.js";
import { type Db, fromJson, type Store } from "../../store/index.js";
import type { Tickets } from "../../tickets/index.js";
import { z } from "zod";
import type { Views } from "../views.js";
import type { WebhooksOptions } from "./webhooks.js";

const tagsSchema = z.array(z.string());

/** Reads what a fact is about when it is sent, so that no copy of anybody's words waits beside the desk's own. */
export function createReadFact(parts: {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly handoff: Handoff;
  readonly tickets: Pick<Tickets, "byId">;
  readonly views: Views;
}): WebhooksOptions["read"] {
  const { store, conversations, handoff, tickets, views } = parts;
  return async ({ type, object_id: id, conversation_id: conversationId, detail }) => {
    const data = await readData();
    return Object.values(data).every((part) => part === undefined) ? undefined : data;

    async function readData(): Promise<NonNullable<WebhookBody["data"]>> {
      switch (type.split(".")[0]) {
        case "message": {
          const { messages } = await conversations.after(conversationId ?? "", Number(detail) - 1);
          return { message: messages.find((message) => message.id === id) };
        }
        case "conversation": {
          const row = await conversations.byId(id);
          return row === undefined ? {} : { conversation: (await views.ofSides(row)).agent };
        }
        case "attendance":
          return { attendance: (await handoff.reads.views([id], "staff"))[0] };
        case "ticket":
          return { ticket: await tickets.byId(id, "en") };
        default:
          return { article: await readArticle(store.db, id) };
      }
    }
  };
}

async function readArticle(db: Db, id: string): Promise<Article | undefined> {
  const row = await db.selectFrom("article").selectAll().where("id", "=", id).executeTakeFirst();
  const state = articleStates.find((one) => one === row?.state);
  if (row === undefined || state === undefined) return undefined;
  return {
    id,
    title: row.title,
    language: localeSchema.parse(row.language),
    folder: row.folder,
    body: row.body,
    tags: fromJson(tagsSchema, row.tags_json),
    visibility: z.enum(visibilities).parse(row.visibility),
    state,
    updatedAt: row.updated_at,
  };
}
