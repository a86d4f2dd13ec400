import { type Action, type Locale, localeSchema, type Message } from "../../contract/index.js";
import type { Row } from "../../store/index.js";
import { type ArrivalRow, dueArrivals, endArrivalIn } from "./arrival-rows.js";
import type { MailParts } from "./mail-parts.js";
import { answering } from "./receipts.js";

const atOnce = 50;
/** The assistant answers within seconds; whoever waits longer has been handed to people or is never answered. */
const patienceMs = 600_000;
const articleCharsMax = 6000;

const choose: Readonly<Record<Locale, string>> = {
  en: "Answer with one of these:",
  es: "Responda con una de estas opciones:",
  pt: "Responda com uma destas opções:",
};

/** Mails what the assistant has answered to mails, each answer once; run it every second. */
export async function mailAnswers(parts: MailParts): Promise<void> {
  for (const arrival of await dueArrivals(parts.store.db, "asked", parts.now(), atOnce)) {
    await mailAnswer(parts, arrival);
  }
}

async function mailAnswer(parts: MailParts, arrival: ArrivalRow): Promise<void> {
  const { store, conversations, now } = parts;
  const { conversation_id: conversationId, asked_seq: askedSeq, account_id: accountId } = arrival;
  if (conversationId === null || askedSeq === null || accountId === null) return;
  const talk = await conversations.byId(conversationId);
  const isOpen = talk?.owner_kind === "assistant" && talk.answered_seq < askedSeq;
  if (isOpen && now() - arrival.next_at < patienceMs) return;
  const said = await answersAfter(parts, conversationId, askedSeq);
  const mail = talk === undefined ? undefined : await toMail(parts, { arrival, talk, said });
  await store.db.transaction().execute(async (trx) => {
    const ending = { state: "done" as const, at: now() };
    if (!(await endArrivalIn(trx, { id: arrival.id, from: "asked" }, ending))) return;
    if (mail !== undefined) await parts.mailer.writeWordsIn(trx, mail);
  });
}

/** The assistant's messages up to the next of the requester. */
async function answersAfter({ conversations }: MailParts, id: string, seq: number): Promise<Message[]> {
  const { messages } = await conversations.after(id, seq);
  const next = messages.findIndex(({ sender }) => sender.kind === "requester");
  const until = next === -1 ? messages : messages.slice(0, next);
  return until.filter(({ sender }) => sender.kind === "assistant");
}

async function toMail(
  parts: MailParts,
  of: { readonly arrival: ArrivalRow; readonly talk: Row<"conversation">; readonly said: readonly Message[] },
) {
  const { arrival, talk, said } = of;
  const accountId = arrival.account_id ?? "";
  const locale = localeSchema.catch("en").parse(talk.locale);
  const text = said
    .map((message) => toWords(message, locale))
    .filter((words) => words !== "")
    .join("\n\n");
  const account = await parts.accounts.accountById(accountId);
  if (text === "" || account?.email === undefined) return undefined;
  return {
    kind: "answer" as const,
    conversationId: talk.id,
    accountId,
    about: { kind: "talk" as const, objectId: talk.id },
    address: account.email,
    locale,
    subject: answering(arrival.subject),
    text,
  };
}

function toWords({ text, actions = [], attachments = [] }: Message, locale: Locale): string {
  const articles = attachments.flatMap((one) =>
    one.kind === "article" ? [`${one.title}\n\n${one.body.slice(0, articleCharsMax)}`] : [],
  );
  return [text, ...articles, toChoices(actions, locale)].filter((part) => part !== "").join("\n\n");
}

/** What stands on buttons in the chat can be written in an answer. */
function toChoices(actions: readonly Action[], locale: Locale): string {
  const titles = actions.map(({ title }) => `- ${title}`);
  return titles.length === 0 ? "" : [choose[locale], ...titles].join("\n");
}
