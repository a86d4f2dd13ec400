import { AppError, type OpenSurvey, type RateTalk, type Survey, surveySchema } from "../../contract/index.js";
import type { Trx } from "../../conversation/index.js";
import type { Db, Engine } from "../../store/index.js";
import { askIn } from "./ask.js";

/** For how long after the question it may be answered, and after the answer the answer be changed. */
export const answerMs = 7 * 24 * 60 * 60_000;
export const changeMs = 30 * 60_000;

/** One talk of one requester; to anybody else it has no survey. */
export interface TalkOf {
  readonly conversationId: string;
  readonly requesterId: string;
}

type Found = Awaited<ReturnType<typeof find>>;

/** What the requester is asked of this talk; throws `survey/not-found` unless the talk is theirs. */
export async function readSurvey(db: Db, talk: TalkOf, now: number): Promise<Survey> {
  const row = await find(db, talk);
  if (row === undefined) throw notFound();
  return toSurvey(row, now);
}

/** The newest talk of this person that still waits for its rating: what they are reminded of. */
export async function readOpenSurvey(db: Db, requesterId: string, now: number): Promise<OpenSurvey> {
  const row = await db
    .selectFrom("survey")
    .innerJoin("conversation", "conversation.id", "survey.conversation_id")
    .select("conversation.id")
    .where("conversation.requester_id", "=", requesterId)
    .where("conversation.owner_kind", "=", "none")
    .where("conversation.channel", "=", "web")
    .where("survey.answered_at", "is", null)
    .where("survey.skipped_at", "is", null)
    .where("survey.asked_at", ">", now - answerMs)
    .orderBy("survey.asked_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? {} : { conversationId: row.id };
}

/** Takes the answer down; the newest counts while it may be changed. A skipped question may still be answered. */
export async function rateTalk(
  db: Db,
  engine: Engine,
  { answer, now, ...talk }: TalkOf & { readonly answer: RateTalk; readonly now: number },
): Promise<Survey> {
  return db.transaction().execute(async (trx) => {
    if (engine === "postgres") await lock(trx, talk.conversationId);
    const row = await findAsked(trx, talk, now);
    if (toSurvey(row, now).status === "closed") {
      throw new AppError("survey/closed", "This talk can no longer be rated; thank you all the same.");
    }
    if (answer.kind === "skip") {
      if (row.answered_at === null) await set(trx, talk.conversationId, { skipped_at: now });
    } else {
      await set(trx, talk.conversationId, {
        score: answer.score,
        comment: answer.comment || null,
        // The first answer starts the time in which it may be changed.
        answered_at: row.answered_at ?? now,
        skipped_at: null,
      });
    }
    return toSurvey(await find(trx, talk), now);
  });
}

/** A program may hand in an answer that nobody was asked for, where the desk leaves asking to people and programs. */
async function findAsked(trx: Trx, talk: TalkOf, now: number): Promise<NonNullable<Found>> {
  const row = await find(trx, talk);
  if (row?.asked_at != null) return row;
  if (row?.owner_kind !== "none") throw notFound();
  const isAsked = await askIn(trx, { conversationId: talk.conversationId, at: now, byHand: true });
  const asked = isAsked ? await find(trx, talk) : undefined;
  if (asked === undefined) throw notFound();
  return asked;
}

async function lock(trx: Db, conversationId: string): Promise<void> {
  await trx
    .selectFrom("survey")
    .select("conversation_id")
    .where("conversation_id", "=", conversationId)
    .forUpdate()
    .execute();
}

function find(db: Db, { conversationId, requesterId }: TalkOf) {
  return db
    .selectFrom("conversation")
    .leftJoin("survey", "survey.conversation_id", "conversation.id")
    .leftJoin("attendance", "attendance.id", "survey.attendance_id")
    .leftJoin("account", "account.id", "attendance.agent_id")
    .select(["conversation.owner_kind", "account.name as agent_name"])
    .select(["survey.asked_at", "survey.score", "survey.comment", "survey.answered_at", "survey.skipped_at"])
    .where("conversation.id", "=", conversationId)
    .where("conversation.requester_id", "=", requesterId)
    .executeTakeFirst();
}

function set(
  trx: Db,
  conversationId: string,
  change: { score?: number; comment?: string | null; answered_at?: number; skipped_at: number | null },
) {
  return trx.updateTable("survey").set(change).where("conversation_id", "=", conversationId).execute();
}

function toSurvey(row: Found, now: number): Survey {
  // A talk that goes on is rated when it has ended.
  if (row?.asked_at == null || row.owner_kind !== "none") return { status: "closed" };
  return surveySchema.parse({
    status: statusOf(row, row.asked_at, now),
    agentName: row.agent_name ?? undefined,
    score: row.score ?? undefined,
    comment: row.comment ?? undefined,
  });
}

function statusOf(row: NonNullable<Found>, askedAt: number, now: number): Survey["status"] {
  if (row.answered_at !== null) return now < row.answered_at + changeMs ? "answered" : "closed";
  if (now >= askedAt + answerMs) return "closed";
  return row.skipped_at === null ? "open" : "skipped";
}

function notFound(): AppError {
  return new AppError("survey/not-found", "There is no question about a talk of yours here.");
}
