import { z } from "zod";
import {
  actionSchema,
  actionValueSchema,
  attachmentSchema,
  markSchema,
  type Message,
  noticeSchema,
  type Owner,
  ownerSchema,
  senderSchema,
} from "../contract/index.js";
import { fromJson, newId, type Row, toJson } from "../store/index.js";
import type { MessageDraft } from "./draft.js";

/** What a newer node has written beside this is left aside. */
const extraSchema = z.object({
  actions: z.array(actionSchema).optional(),
  attachments: z.array(attachmentSchema).optional(),
  notice: noticeSchema.optional(),
  value: actionValueSchema.optional(),
  marked: markSchema.optional(),
  via: z.literal("mail").optional(),
  isUnproven: z.literal(true).optional(),
});
type Extra = z.infer<typeof extraSchema>;

export function toRow(draft: MessageDraft, seq: number, epoch: number, now: number): Row<"message"> {
  return {
    conversation_id: draft.conversationId,
    seq,
    id: newId(),
    client_message_id: draft.clientMessageId,
    sender_kind: draft.sender.kind,
    sender_id: draft.sender.id,
    sender_name: draft.sender.name,
    text: draft.text,
    extra_json: toExtra(draft),
    epoch,
    first_sent_at: draft.firstSentAt ?? now,
    sent_at: now,
  };
}

function toExtra(draft: MessageDraft): string | null {
  const { actions, attachments, notice, value, marked, via, isUnproven } = draft;
  const some = actions ?? attachments ?? notice ?? value ?? marked ?? via;
  return some === undefined ? null : toJson({ actions, attachments, notice, value, marked, via, isUnproven });
}

/** The message as every party sees it: the chosen `value` stays inside. */
export function toMessage(row: Row<"message">): Message {
  const { value: _hidden, ...shown } = readExtra(row);
  return {
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    clientMessageId: row.client_message_id,
    sender: {
      kind: senderSchema.shape.kind.parse(row.sender_kind),
      id: row.sender_id,
      name: row.sender_name,
    },
    text: row.text,
    ...shown,
    sentAt: row.sent_at,
  };
}

/** What the requester chose with this message, for the assistant's turn. */
export function readExtra(row: Row<"message">): Extra {
  return row.extra_json === null ? {} : fromJson(extraSchema, row.extra_json);
}

export function toOwner(row: Pick<Row<"conversation">, "owner_kind" | "owner_id">): Owner {
  const kind = ownerSchema.shape.kind.parse(row.owner_kind);
  return row.owner_id === null ? { kind } : { kind, id: row.owner_id };
}
