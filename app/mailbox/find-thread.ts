import type { ParsedMail } from "../../config/index.js";
import { tokensIn } from "../../config/index.js";
import type { Db, Row } from "../../store/index.js";

export type ThreadRow = Row<"mail_thread">;

const ourName = /^<([0-9a-f]{8}-[0-9a-f-]{27})@/i;

/**
 * What a mail goes on with: found by the e-mails it answers, then by the token it carries, never by a number in its
 * subject. Only the person to whom that e-mail went finds it; to all others it does not exist, whatever they have read
 * or guessed.
 */
export async function findThread(db: Db, mail: ParsedMail): Promise<ThreadRow | undefined> {
  const tokens = [...(await byAnswered(db, mail)), ...tokensIn(mail)];
  if (tokens.length === 0) return undefined;
  const rows = await db
    .selectFrom("mail_thread")
    .innerJoin("account", "account.id", "mail_thread.account_id")
    .selectAll("mail_thread")
    .where("mail_thread.token", "in", tokens)
    .where("account.active", "=", 1)
    .where((eb) => eb(eb.fn<string>("lower", ["account.email"]), "=", mail.sender))
    .execute();
  return tokens.map((token) => rows.find((row) => row.token === token)).find((row) => row !== undefined);
}

/** Tokens of the e-mails of ours it answers, and of mails of the same sender that it follows; the nearest first. */
async function byAnswered(db: Db, { answers, sender }: ParsedMail): Promise<string[]> {
  if (answers.length === 0) return [];
  const ours = new Map(answers.flatMap((id) => ourIdOf(id)));
  const [sent, came] = await Promise.all([
    ours.size === 0
      ? []
      : db
          .selectFrom("mail")
          .select(["id", "thread"])
          .where("id", "in", [...ours.values()])
          .where("thread", "is not", null)
          .execute(),
    db
      .selectFrom("arrival")
      .select(["message_id", "thread"])
      .where("message_id", "in", [...answers])
      .where("sender", "=", sender)
      .where("thread", "is not", null)
      .execute(),
  ]);
  return answers.flatMap((id) => {
    const found =
      sent.find((row) => row.id === ours.get(id)) ?? came.find(({ message_id }) => message_id === id);
    return found?.thread == null ? [] : [found.thread];
  });
}

function ourIdOf(messageId: string): [string, string][] {
  const id = ourName.exec(messageId)?.[1]?.toLowerCase();
  return id === undefined ? [] : [[messageId, id]];
}

/** The e-mails of ours that a returned mail names anywhere in it. */
export function ourIdsIn(text: string, host: string): string[] {
  const found = [...text.matchAll(/<([0-9a-f]{8}-[0-9a-f-]{27})@([^<>\s]{1,255})>/gi)];
  return [
    ...new Set(
      found.flatMap(([, id = "", at = ""]) => (at.toLowerCase() === host ? [id.toLowerCase()] : [])),
    ),
  ];
}
