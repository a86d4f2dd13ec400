import { newId, type Store, toJson } from "../../store/index.js";

/** One attendance as it was generated, for counting by hand. */
export interface Made {
  readonly createdAt: number;
  readonly acceptedAt: number | undefined;
  readonly answeredAt: number | undefined;
  readonly closedAt: number | undefined;
  readonly groups: readonly string[];
  readonly agent: string | undefined;
  readonly reason: string;
  readonly channel: string;
  readonly language: string;
  readonly score: number | undefined;
  readonly asked: boolean;
}

interface Wish {
  readonly count: number;
  readonly from: number;
  readonly to: number;
  /** Some still go on where it is left out. */
  readonly ended?: "all";
}

export const reasons = ["wish", "fallback", "refused", "direct"] as const;

/** The same numbers at every run: a failure can be looked at again. */
export function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** Attendances over the days before and after a change of the clock, written as the desk would have left them. */
export async function generate(
  store: Store,
  people: {
    readonly requester: string;
    readonly agents: readonly string[];
    readonly groups: readonly string[];
  },
  wish: Wish,
): Promise<Made[]> {
  const dice = createDice(7);
  const made: Made[] = [];
  for (let index = 0; index < wish.count; index++) {
    made.push(draw(dice, people, wish));
  }
  for (const one of made) await write(store, people.requester, one);
  return made;
}

function draw(
  dice: (sides: number) => number,
  { agents, groups }: { readonly agents: readonly string[]; readonly groups: readonly string[] },
  { from, to, ended }: Wish,
): Made {
  const createdAt = from + dice(to - from);
  const isAccepted = dice(4) > 0;
  const acceptedAt = isAccepted ? createdAt + dice(900_000) : undefined;
  const isClosed = dice(5) > 0 || ended === "all";
  const closedAt = isClosed ? (acceptedAt ?? createdAt) + 1_000 + dice(3_600_000) : undefined;
  const isAnswered = acceptedAt !== undefined && dice(6) > 0;
  const asked = isAccepted && isClosed && dice(3) > 0;
  return {
    createdAt,
    acceptedAt,
    answeredAt: isAnswered ? acceptedAt + 1 + dice(999) : undefined,
    closedAt,
    groups: dice(5) === 0 ? [...groups] : [groups[dice(groups.length)] ?? ""],
    agent: isAccepted ? agents[dice(agents.length)] : undefined,
    reason: reasons[dice(reasons.length)] ?? "wish",
    channel: dice(4) === 0 ? "msteams" : "web",
    language: ["en", "es", "pt"][dice(3)] ?? "en",
    asked,
    score: asked && dice(3) > 0 ? 1 + dice(5) : undefined,
  };
}

async function write({ db }: Store, requester: string, made: Made): Promise<void> {
  const [id, conversationId] = [newId(), newId()];
  await db
    .insertInto("conversation")
    .values({
      id: conversationId,
      requester_id: requester,
      channel: made.channel,
      locale: made.language,
      owner_kind: "none",
      owner_id: null,
      epoch: 1,
      last_seq: 2,
      asked_seq: 0,
      answered_seq: 0,
      ticket_id: null,
      dialog_json: "{}",
      created_at: made.createdAt,
      updated_at: made.createdAt,
    })
    .execute();
  await db
    .insertInto("attendance")
    .values({
      id,
      conversation_id: conversationId,
      ticket_id: null,
      requester_id: requester,
      phase: made.closedAt !== undefined ? "closed" : made.acceptedAt === undefined ? "logged" : "accepted",
      status: "ended",
      priority: 500,
      waiting_since: made.createdAt,
      question: "",
      language: made.language,
      context_json: toJson({
        reason: "transfer",
        question: "",
        language: made.language,
        candidates: [],
        articles: [],
        fields: [],
      }),
      agent_id: made.agent ?? null,
      last_agent_id: null,
      offered_to: null,
      offered_until: null,
      accept_request_id: null,
      cause_id: id,
      reason: null,
      version: 1,
      created_at: made.createdAt,
      accepted_at: made.acceptedAt ?? null,
      closed_at: made.closedAt ?? null,
      updated_at: made.createdAt,
    })
    .execute();
  await db
    .insertInto("attendance_mark")
    .values({
      attendance_id: id,
      reason: made.reason,
      accepted_at: made.acceptedAt ?? null,
      // Some were ended by a node that did not keep when an agent first wrote.
      ...(made.closedAt !== undefined && made.createdAt % 2 === 0
        ? { answer_known: 1, answered_at: made.answeredAt ?? null }
        : {}),
    })
    .execute();
  await db
    .insertInto("attendance_group")
    .values(made.groups.map((group) => ({ attendance_id: id, group_id: group })))
    .execute();
  if (made.answeredAt !== undefined) {
    // Before it, a word of the requester; after it, another of the agent: neither is the first answer.
    await say(db, { conversationId, seq: 1, kind: "requester", at: made.createdAt });
    await say(db, { conversationId, seq: 2, kind: "agent", at: made.answeredAt });
    await say(db, { conversationId, seq: 3, kind: "agent", at: made.answeredAt + 1 });
  }
  if (!made.asked) return;
  await db
    .insertInto("survey")
    .values({
      conversation_id: conversationId,
      attendance_id: id,
      asked_at: made.createdAt,
      score: made.score ?? null,
      comment: null,
      answered_at: made.score === undefined ? null : made.createdAt,
      skipped_at: null,
    })
    .execute();
}

interface Word {
  readonly conversationId: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: number;
}

function say(db: Store["db"], { conversationId, seq, kind, at }: Word) {
  const id = newId();
  return db
    .insertInto("message")
    .values({
      conversation_id: conversationId,
      seq,
      id,
      client_message_id: id,
      sender_kind: kind,
      sender_id: kind,
      sender_name: kind,
      text: "words",
      extra_json: null,
      epoch: 1,
      first_sent_at: at,
      sent_at: at,
    })
    .execute();
}
