import type { TemplatedMail } from "../../config/index.js";
import {
  type EmailTemplate,
  type Locale,
  localeSchema,
  type TemplateValues,
  testMailSchema,
} from "../../contract/index.js";
import type { Db, Row } from "../../store/index.js";
import type { Writer } from "./party.js";

/** As much as a mail quotes; the rest is read in the chat. */
const quotedMessages = 10;
const quotedChars = 2000;

export interface MissedTalk {
  readonly db: Db;
  readonly conversation: Row<"conversation">;
  readonly absence: Row<"absence">;
  readonly writer: Writer;
  readonly template: EmailTemplate;
  /** Where the desk is reached. */
  readonly baseUrl: string;
}

/** The e-mail to somebody who missed messages, or nothing when there is no address to write to. */
export async function makeAbsenceMail(missed: MissedTalk): Promise<TemplatedMail | undefined> {
  const { conversation, absence, template } = missed;
  const party = await partyOf(missed);
  if (party === undefined) return undefined;
  return {
    kind: "absence",
    conversationId: conversation.id,
    accountId: absence.account_id,
    about: { kind: "talk", objectId: conversation.id },
    address: party.address,
    locale: party.locale,
    template,
    values: await valuesOf(missed),
  };
}

async function partyOf({ db, conversation, absence }: MissedTalk) {
  const row = await db
    .selectFrom("account")
    .select(["email", "locale", "active"])
    .where("id", "=", absence.account_id)
    .executeTakeFirst();
  // An address with a line break or a comma in it would reach other people (reliability S36).
  const address = testMailSchema.shape.to.safeParse(row?.email);
  if (row?.active !== 1 || !address.success) return undefined;
  const isRequester = absence.account_id === conversation.requester_id;
  const locale: Locale = localeSchema
    .catch("en")
    .parse(row.locale ?? (isRequester ? conversation.locale : "en"));
  return { address: address.data, locale };
}

async function valuesOf(missed: MissedTalk): Promise<TemplateValues> {
  const { db, conversation, writer, baseUrl } = missed;
  const [names, ticketNumber, message] = await Promise.all([
    namesOf(db, [conversation.requester_id, conversation.owner_id ?? ""]),
    ticketNumberOf(db, conversation.ticket_id),
    quote(missed),
  ]);
  const forRequester = ticketNumber === "" ? `${baseUrl}/` : `${baseUrl}/tickets/${ticketNumber}`;
  return {
    requesterName: names.get(conversation.requester_id) ?? "",
    agentName: names.get(conversation.owner_id ?? "") ?? "",
    ticketNumber,
    message,
    link: writer === "agent" && conversation.kind === "talk" ? forRequester : `${baseUrl}/agent`,
  };
}

async function namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("account")
    .select(["id", "name"])
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function ticketNumberOf(db: Db, ticketId: string | null): Promise<string> {
  if (ticketId === null) return "";
  const row = await db.selectFrom("ticket").select("number").where("id", "=", ticketId).executeTakeFirst();
  return row?.number ?? "";
}

/** What was missed, in the order it was written. */
async function quote({ db, conversation, absence, writer }: MissedTalk): Promise<string> {
  const rows = await db
    .selectFrom("message")
    .select("text")
    .where("conversation_id", "=", conversation.id)
    .where("seq", ">=", absence.from_seq)
    .where("sender_kind", "=", writer)
    .orderBy("seq")
    .limit(quotedMessages)
    .execute();
  const text = rows.map((row) => row.text).join("\n");
  return text.length > quotedChars ? `${text.slice(0, quotedChars - 1)}…` : text;
}
