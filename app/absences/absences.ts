import type { Mailer, Templates } from "../../config/index.js";
import type { Message } from "../../contract/index.js";
import type { Conversations } from "../../conversation/index.js";
import { newId, type Row, type Store } from "../../store/index.js";
import { makeAbsenceMail } from "./absence-mail.js";
import {
  claimAbsence,
  dueAbsences,
  endAbsences,
  forgetAbsence,
  forgetTold,
  mailedIn,
  noteAbsences,
} from "./absence-rows.js";
import { createHeard } from "./heard.js";
import { otherParty } from "./party.js";

/** Longer than a page takes to load again, so that nobody gets an e-mail for pressing reload. */
const defaultGraceMs = 6000;
const dueAtOnce = 50;

export interface Absences {
  /** A message was stored; told on the node that stored it. */
  heard(message: Message): void;
  /** Notes who was not there for what was heard; tells those whose time of grace is over. Run it every second. */
  look(): Promise<void>;
  /** Somebody is here again: the next absence is told anew. */
  cameBack(accountId: string): Promise<void>;
  /** The people of a conversation who are away and have been told by e-mail. */
  mailedIn(conversationId: string): Promise<string[]>;
  /** They have answered from where they are: what comes after that they have not been told yet. */
  answeredByMail(conversationId: string, accountId: string): Promise<void>;
}

export interface AbsencesOptions {
  readonly store: Store;
  readonly conversations: Pick<Conversations, "byId">;
  readonly mailer: Pick<Mailer, "writeIn">;
  readonly templates: Pick<Templates, "byId">;
  /** Parameter 447: without it nobody is told (S2-19). */
  readonly templateId: () => string | undefined;
  readonly whoIsHere: (accountIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Where the desk is reached, for the link in the e-mail. */
  readonly baseUrl: () => string;
  readonly now: () => number;
  readonly graceMs?: number;
}

/**
 * Tells a party who is not there, by e-mail, that the other has written (S2-19): once per absence and conversation,
 * whatever the number of messages and of nodes. The message itself is stored before and whatever happens here.
 */
export function createAbsences(options: AbsencesOptions): Absences {
  const { store, conversations, mailer, templates, templateId, whoIsHere, now } = options;
  const { db } = store;
  const { graceMs = defaultGraceMs } = options;
  const heard = createHeard();
  let firstLookAt: number | undefined;

  async function note(): Promise<void> {
    const talks = heard.take();
    if (talks.length === 0 || templateId() === undefined) return;
    const parties: Row<"absence">[] = [];
    const byMail: { readonly conversationId: string; readonly accountId: string }[] = [];
    for (const { conversationId, writer, fromSeq } of talks) {
      const conversation = await conversations.byId(conversationId);
      const accountId = conversation === undefined ? undefined : otherParty(conversation, writer);
      if (accountId === undefined) continue;
      const key = { conversation_id: conversationId, account_id: accountId };
      parties.push({ ...key, from_seq: fromSeq, due_at: now() + graceMs, mail_id: null });
      // Whoever talks by e-mail alone comes to no page: every answer is sent to them.
      if (conversation?.channel === "mail" && writer === "agent") byMail.push({ conversationId, accountId });
    }
    await forgetTold(db, byMail);
    const here = await whoIsHere([...new Set(parties.map(({ account_id }) => account_id))]);
    // Whoever is here when somebody writes is back, also where nobody told of their coming.
    await endAbsences(db, [...here]);
    await noteAbsences(
      db,
      parties.filter(({ account_id }) => !here.has(account_id)),
    );
  }

  async function tellDue(): Promise<void> {
    // After a start nobody is here yet: whoever comes back within the grace has not been away.
    firstLookAt ??= now();
    if (now() - firstLookAt < graceMs) return;
    const due = await dueAbsences(db, now(), dueAtOnce);
    if (due.length === 0) return;
    const here = await whoIsHere([...new Set(due.map(({ account_id }) => account_id))]);
    for (const absence of due) {
      const isTold = !here.has(absence.account_id) && (await tell(absence));
      if (!isTold) await forgetAbsence(db, absence);
    }
  }

  /** Answers no where there is nobody, nothing or no way to tell. */
  async function tell(absence: Row<"absence">): Promise<boolean> {
    const [template, conversation] = await Promise.all([
      findTemplate(),
      conversations.byId(absence.conversation_id),
    ]);
    if (template === undefined || conversation === undefined) return false;
    const writer = absence.account_id === conversation.requester_id ? "agent" : "requester";
    if (otherParty(conversation, writer) !== absence.account_id) return false;
    const missed = { db, conversation, absence, writer, template, baseUrl: options.baseUrl() } as const;
    const mail = await makeAbsenceMail(missed);
    if (mail === undefined) return false;
    const id = newId();
    await db.transaction().execute(async (trx) => {
      if (await claimAbsence(trx, absence, id)) await mailer.writeIn(trx, { ...mail, id });
    });
    return true;
  }

  async function findTemplate() {
    const id = templateId();
    return id === undefined ? undefined : templates.byId(id);
  }

  return {
    heard: heard.add,
    look: async () => {
      await note();
      await tellDue();
    },
    cameBack: (accountId) => endAbsences(db, [accountId]),
    mailedIn: (conversationId) => mailedIn(db, conversationId),
    answeredByMail: (conversationId, accountId) => forgetTold(db, [{ conversationId, accountId }]),
  };
}
