import { sql } from "kysely";
import { z } from "zod";
import { type Db, fromJson, type Row, toJson } from "../store/index.js";

const placeSchema = z.object({ id: z.string(), name: z.string().optional() });

/** Where on a Bot Framework channel a conversation lives: all that a message to it needs. */
export const channelReferenceSchema = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: placeSchema.extend({
    isGroup: z.boolean().optional(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  bot: placeSchema,
  user: placeSchema,
  locale: z.string().optional(),
});
export type ChannelReference = z.infer<typeof channelReferenceSchema>;

export interface ChannelLink {
  readonly conversationId: string;
  readonly reference: ChannelReference;
  /** Everything up to this seq has reached the channel, or was given up. */
  readonly deliveredSeq: number;
}

/** Under which talks are linked whose clients come for what is new: nothing is posted there. */
export const fetchedChannelId = "deskhand-directline";

/** One of the conversations a talk has had. */
export interface TalkPart {
  readonly conversationId: string;
  readonly externalId: string;
  readonly requesterId: string;
  readonly lastSeq: number;
  readonly isOpen: boolean;
  readonly reference: ChannelReference;
}

export interface ChannelLinks {
  /** The link of a conversation that messages are posted to. */
  byConversation(conversationId: string): Promise<ChannelLink | undefined>;
  /** All conversations this talk of the channel has had, newest first. */
  byExternal(channelId: string, externalId: string): Promise<readonly ChannelLink[]>;
  /** The conversations of these fetched talks, oldest first. */
  partsOf(externalIds: readonly string[]): Promise<readonly TalkPart[]>;
  /** Makes the link, or gives it the newest reference; what was delivered stays as it is. */
  save(link: {
    readonly conversationId: string;
    readonly externalId: string;
    readonly reference: ChannelReference;
  }): Promise<void>;
  /** Gives every conversation of a talk its newest reference. */
  refresh(externalId: string, reference: ChannelReference): Promise<void>;
  /** Moves the mark from exactly `fromSeq`; `false` when somebody else has moved it meanwhile. */
  advance(conversationId: string, fromSeq: number, toSeq: number): Promise<boolean>;
  /** Linked conversations with something to deliver, after `afterId` in the order of their ids. */
  pending(limit: number, afterId?: string): Promise<readonly string[]>;
  /** Whether this talk has stored that message before, in whichever of its conversations (D15). */
  hasMessage(message: {
    readonly channelId: string;
    readonly externalId: string;
    readonly senderId: string;
    readonly clientMessageId: string;
  }): Promise<boolean>;
}

/** Which conversation lives where on a Bot Framework channel, and how far its messages were delivered there. */
export function createChannelLinks(options: { readonly db: Db; readonly now: () => number }): ChannelLinks {
  const { db, now } = options;
  return {
    byConversation: async (conversationId) => {
      const row = await db
        .selectFrom("channel_link")
        .selectAll()
        .where("conversation_id", "=", conversationId)
        .where("channel_id", "<>", fetchedChannelId)
        .executeTakeFirst();
      return row === undefined ? undefined : toLink(row);
    },
    byExternal: async (channelId, externalId) => {
      const rows = await db
        .selectFrom("channel_link")
        .selectAll()
        .where("channel_id", "=", channelId)
        .where("external_id", "=", externalId)
        .orderBy("conversation_id", "desc")
        .execute();
      return rows.map(toLink);
    },
    partsOf: async (externalIds) => {
      if (externalIds.length === 0) return [];
      const rows = await db
        .selectFrom("channel_link")
        .innerJoin("conversation", "conversation.id", "channel_link.conversation_id")
        .select(["conversation_id", "external_id", "reference_json", "requester_id"])
        .select(["last_seq", "owner_kind"])
        .where("channel_id", "=", fetchedChannelId)
        .where("external_id", "in", [...externalIds])
        .orderBy("conversation_id")
        .execute();
      return rows.map((row) => ({
        conversationId: row.conversation_id,
        externalId: row.external_id,
        requesterId: row.requester_id,
        lastSeq: row.last_seq,
        isOpen: row.owner_kind !== "none",
        reference: fromJson(channelReferenceSchema, row.reference_json),
      }));
    },
    save: async ({ conversationId, externalId, reference }) => {
      const reference_json = toJson(reference);
      await db
        .insertInto("channel_link")
        .values({
          conversation_id: conversationId,
          channel_id: reference.channelId,
          external_id: externalId,
          reference_json,
          delivered_seq: 0,
          updated_at: now(),
        })
        .onConflict((conflict) =>
          conflict
            .column("conversation_id")
            .doUpdateSet({ reference_json, updated_at: now() })
            // Nearly every message brings the same reference again: no write then.
            .where(sql<boolean>`channel_link.reference_json <> ${reference_json}`),
        )
        .execute();
    },
    refresh: async (externalId, reference) => {
      await db
        .updateTable("channel_link")
        .set({ reference_json: toJson(reference), updated_at: now() })
        .where("channel_id", "=", reference.channelId)
        .where("external_id", "=", externalId)
        .where("reference_json", "<>", toJson(reference))
        .execute();
    },
    advance: async (conversationId, fromSeq, toSeq) => {
      const result = await db
        .updateTable("channel_link")
        .set({ delivered_seq: toSeq, updated_at: now() })
        .where("conversation_id", "=", conversationId)
        .where("delivered_seq", "=", fromSeq)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    pending: async (limit, afterId = "") => {
      const rows = await db
        .selectFrom("channel_link")
        .innerJoin("conversation", "conversation.id", "channel_link.conversation_id")
        .select("channel_link.conversation_id")
        .where("channel_link.conversation_id", ">", afterId)
        .where("channel_link.channel_id", "<>", fetchedChannelId)
        .where((where) => where("conversation.last_seq", ">", where.ref("channel_link.delivered_seq")))
        .orderBy("channel_link.conversation_id")
        .limit(limit)
        .execute();
      return rows.map((row) => row.conversation_id);
    },
    hasMessage: async ({ channelId, externalId, senderId, clientMessageId }) => {
      const row = await db
        .selectFrom("channel_link")
        .innerJoin("message", "message.conversation_id", "channel_link.conversation_id")
        .select("message.id")
        .where("channel_link.channel_id", "=", channelId)
        .where("channel_link.external_id", "=", externalId)
        .where("message.sender_id", "=", senderId)
        .where("message.client_message_id", "=", clientMessageId)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

function toLink(row: Row<"channel_link">): ChannelLink {
  return {
    conversationId: row.conversation_id,
    reference: fromJson(channelReferenceSchema, row.reference_json),
    deliveredSeq: row.delivered_seq,
  };
}
