import {
  AppError,
  type EmailTemplate,
  inLocale,
  type Locale,
  localeSchema,
  type Mail,
  type TemplateValues,
} from "../../contract/index.js";
import { type Db, newId, type Row, type Store } from "../../store/index.js";
import { createListeners } from "../listeners.js";
import { fill, toHeaderLine } from "./fill.js";
import {
  claimMail,
  dueMails,
  listMails,
  markFailed,
  markSent,
  type NewMail,
  toMail,
  writeMailIn,
} from "./outbox.js";
import { answerAddress, answerLines, answerSubject, type Replies } from "./replies.js";
import type { OutgoingMail, Smtp } from "./smtp.js";
import { lineageOf } from "./threads.js";
import { toHtml } from "./to-html.js";

const atOnce = 10;
const firstPauseMs = 5000;
const longestPauseMs = 600_000;
const giveUpAfterMs = 24 * 60 * 60 * 1000;
const keepForMs = 30 * 24 * 60 * 60 * 1000;

/** An e-mail made of a template, for one person. */
export type TemplatedMail = Omit<NewMail, "subject" | "text"> & {
  readonly template: EmailTemplate;
  readonly values: TemplateValues;
};

export interface Mailer {
  /** Whether there is a server to send through; without one e-mails are kept and shown as not sent. */
  readonly isConfigured: boolean;
  /** Keeps an e-mail to be sent after the caller's commit; answers its id. */
  writeIn(trx: Pick<Db, "insertInto">, mail: TemplatedMail): Promise<string>;
  /** The same for words that no template has. */
  writeWordsIn(trx: Pick<Db, "insertInto">, mail: NewMail): Promise<string>;
  /** Writes one and tries it at once; answers what became of it. */
  sendNow(mail: TemplatedMail): Promise<Mail>;
  /** Sends what is due. What fails waits twice as long each time, and is given up after a day. */
  sendDue(): Promise<void>;
  /** Forgets e-mails that are older than a month: they quote what people wrote. */
  forgetOld(): Promise<void>;
  list(limit: number): Promise<Mail[]>;
  /** Tells of each e-mail that the server took from this node. */
  onSent(listener: (mail: Row<"mail">) => void): () => void;
  /** Waits for no server: what is under way may be sent again by another node, under the same message id. */
  stop(): void;
}

export interface MailerOptions {
  readonly store: Store;
  readonly smtp: Smtp | undefined;
  /** Left out where nobody reads what is answered. */
  readonly replies?: Replies | undefined;
  readonly now: () => number;
  /** Told why an e-mail was not taken. */
  readonly onRefused: (failure: { readonly mailId: string; readonly reason: string }) => void;
}

/** The outbox: e-mails are rows first, so that none is lost with the process or while the mail server is away. */
export function createMailer({ store, smtp, replies, now, onRefused }: MailerOptions): Mailer {
  const { db } = store;
  const stopping = new AbortController();
  const sent = createListeners<Row<"mail">>();
  const isConfigured = smtp !== undefined;

  async function sendOne(server: Smtp, mail: Row<"mail">): Promise<void> {
    if (stopping.signal.aborted || !(await claimMail(db, mail, now()))) return;
    const { id } = mail;
    const lineage = await lineageOf(db, mail, server.nameOf);
    const result = await server.send({ ...toOutgoing(mail, replies), ...lineage });
    if (stopping.signal.aborted) return;
    if (result.status === "sent") {
      await markSent(db, id, now());
      sent.tell(mail);
      return;
    }
    onRefused({ mailId: id, reason: result.reason });
    const isOver = result.status === "refused" || now() - mail.created_at > giveUpAfterMs;
    const againAt = isOver ? undefined : now() + pauseMs(mail.attempts);
    await markFailed(db, id, { reason: result.reason, againAt });
  }

  async function sendAll(mails: readonly Row<"mail">[]): Promise<void> {
    if (smtp === undefined || mails.length === 0) return;
    await orStopped(Promise.all(mails.map((mail) => sendOne(smtp, mail))), stopping.signal);
  }

  const write = (trx: Pick<Db, "insertInto">, mail: TemplatedMail) =>
    writeMailIn(
      trx,
      { ...mail, ...render(mail.template, mail.locale, mail.values) },
      { at: now(), isConfigured },
    );

  return {
    isConfigured,
    writeIn: async (trx, mail) => (await write(trx, mail)).id,
    writeWordsIn: async (trx, mail) => {
      const subject = toHeaderLine(mail.subject);
      return (await writeMailIn(trx, { ...mail, subject }, { at: now(), isConfigured })).id;
    },
    sendNow: async (mail) => {
      const row = await write(db, { ...mail, id: newId() });
      await sendAll([row]);
      const after = await db.selectFrom("mail").selectAll().where("id", "=", row.id).executeTakeFirst();
      if (after === undefined)
        throw new AppError("server/failed", "The e-mail that was just written is gone.");
      return toMail(after);
    },
    sendDue: async () => sendAll(isConfigured ? await dueMails(db, now(), atOnce) : []),
    forgetOld: async () => {
      await db
        .deleteFrom("mail")
        .where("created_at", "<", now() - keepForMs)
        .where("state", "<>", "waiting")
        .execute();
    },
    list: (limit) => listMails(db, limit),
    onSent: sent.add,
    stop: () => {
      stopping.abort();
      smtp?.close();
    },
  };
}

/** The kinds that are only written because a mail came in. */
const answers: readonly string[] = ["receipt", "answer"];

function toOutgoing(mail: Row<"mail">, replies: Replies | undefined): OutgoingMail {
  const { id, address: to, kind, subject, text, thread } = mail;
  const isAnswer = answers.includes(kind);
  if (replies === undefined || thread === null)
    return { id, to, subject, text, html: toHtml(text), isAnswer };
  const whole = `${answerLines[localeSchema.catch("en").parse(mail.locale)]}\n\n${text}`;
  return {
    id,
    to,
    subject: answerSubject(replies, subject, thread),
    text: whole,
    html: toHtml(whole),
    replyTo: answerAddress(replies, thread),
    isAnswer,
  };
}

/** A server that answers nobody must not hold up the end of the process. */
function orStopped(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => resolve();
    if (signal.aborted) end();
    signal.addEventListener("abort", end, { once: true });
    work.then(end, reject).finally(() => signal.removeEventListener("abort", end));
  });
}

/** The words of an e-mail in one language, or in English where the template is not translated. */
export function render(
  { subject, text }: Pick<EmailTemplate, "subject" | "text">,
  locale: Locale,
  values: TemplateValues,
): { readonly subject: string; readonly text: string } {
  return {
    subject: toHeaderLine(fill(inLocale(subject, locale), values)),
    text: fill(inLocale(text, locale), values),
  };
}

function pauseMs(failures: number): number {
  return Math.min(firstPauseMs * 2 ** Math.min(failures, 20), longestPauseMs);
}
