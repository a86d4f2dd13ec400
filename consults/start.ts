import type { Locale } from "../contract/index.js";
import type { Trx } from "../conversation/index.js";
import { isUniqueViolation, newId } from "../store/index.js";
import { startClock } from "./clock.js";
import type { Colleague, ConsultDesk } from "./desk.js";
import { noInvitee } from "./errors.js";
import { findInvitees, type Invitees, inviteIn } from "./invite.js";
import { transact, type Work } from "./work.js";

export interface StartInput {
  readonly originator: Colleague;
  readonly requestId: string;
  readonly title: string;
  readonly locale: Locale;
  /** Where it is started from a ticket; otherwise it is a talk of the workbench (S4-4). */
  readonly ticketId?: string | undefined;
  readonly aboutId?: string | undefined;
  readonly invitees: Invitees;
}

/** Starts a consult with its originator in it and asks the others to come (S4-8). A repeat finds the first one. */
export async function startConsult(desk: ConsultDesk, input: StartInput): Promise<string> {
  const causeId = `${input.originator.accountId}:${input.requestId}`;
  const known = await findByCause(desk.store.db, causeId);
  if (known !== undefined) return known;
  const people = await findInvitees(desk.store.db, input.invitees, input.originator.accountId);
  if (people.length === 0) throw noInvitee();
  const id = newId();
  const { accountId, name } = input.originator;
  const begin = (trx: Trx) => insert(trx, { id, causeId, input, now: desk.now() });
  const verb = async (work: Work) => {
    await work.say("started", { id: accountId, name });
    await inviteIn(work, people, accountId);
  };
  try {
    await transact(desk, id, verb, begin);
    return id;
  } catch (error) {
    // Behind the writer that was first: a read beside it might not see what it has just committed.
    const read = () => desk.store.db.transaction().execute((trx) => findByCause(trx, causeId));
    const first = isUniqueViolation(error) ? await read() : undefined;
    if (first === undefined) throw error;
    return first;
  }
}

async function findByCause(db: Trx, causeId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("consult")
    .select("conversation_id")
    .where("cause_id", "=", causeId)
    .executeTakeFirst();
  return row?.conversation_id;
}

interface NewConsult {
  readonly id: string;
  readonly causeId: string;
  readonly input: StartInput;
  readonly now: number;
}

async function insert(trx: Trx, { id, causeId, input, now }: NewConsult): Promise<void> {
  const { accountId } = input.originator;
  await trx
    .insertInto("conversation")
    .values({
      id,
      kind: "consult",
      requester_id: accountId,
      channel: "consult",
      locale: input.locale,
      owner_kind: "agent",
      owner_id: accountId,
      epoch: 1,
      last_seq: 0,
      asked_seq: 0,
      answered_seq: 0,
      ticket_id: null,
      dialog_json: "{}",
      created_at: now,
      updated_at: now,
    })
    .execute();
  const clock = startClock(now);
  await trx
    .insertInto("consult")
    .values({
      conversation_id: id,
      cause_id: causeId,
      originator_id: accountId,
      ticket_id: input.ticketId ?? null,
      about_id: input.aboutId ?? null,
      title: input.title.trim(),
      started_at: now,
      ended_at: null,
      end_reason: null,
      spent_ms: clock.spentMs,
      running_since: clock.runningSince ?? null,
      originator_away_since: null,
      version: 1,
      updated_at: now,
    })
    .execute();
  await trx
    .insertInto("consult_member")
    .values({
      conversation_id: id,
      account_id: accountId,
      state: "joined",
      invited_by: null,
      invited_at: now,
      joined_at: now,
      left_at: null,
      left_seq: null,
    })
    .execute();
}
