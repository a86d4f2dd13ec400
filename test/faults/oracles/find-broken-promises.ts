import type { Row, Store } from "../../../store/index.js";
import type { History } from "./history.js";

interface Stored {
  readonly messages: readonly Row<"message">[];
  readonly conversations: readonly Row<"conversation">[];
  readonly attendances: readonly Row<"attendance">[];
  readonly tickets: readonly Row<"ticket">[];
  readonly turns: readonly Row<"turn">[];
}

type Check = (stored: Stored, history: History) => string[];

/** Each is one promise of reliability (a) and (b); what it finds is a sentence about what was broken. */
const checks: readonly Check[] = [
  ackedIsStored,
  numbersHaveNoGap,
  namesAreUnique,
  screensShowTheLog,
  oneWriterPerEpoch,
  oneWinnerPerEpoch,
  answeredOnce,
  repliesBelongToTheirEpoch,
  everyWishIsServedOnce,
  ownersAgree,
];

/** Holds what the clients saw against what is stored. An empty answer means that every promise was kept. */
export async function findBrokenPromises(store: Store, history: History): Promise<string[]> {
  const { db } = store;
  const stored: Stored = {
    messages: await db.selectFrom("message").selectAll().orderBy("conversation_id").orderBy("seq").execute(),
    conversations: await db.selectFrom("conversation").selectAll().execute(),
    attendances: await db.selectFrom("attendance").selectAll().execute(),
    tickets: await db.selectFrom("ticket").selectAll().execute(),
    turns: await db.selectFrom("turn").selectAll().execute(),
  };
  return checks.flatMap((check) => check(stored, history));
}

/** D3: nothing that was acknowledged is missing, and it is where it was said to be. */
function ackedIsStored({ messages }: Stored, { acked }: History): string[] {
  const known = new Map(messages.map((row) => [row.id, row]));
  return acked.flatMap(({ id, seq, conversationId }) => {
    const row = known.get(id);
    if (row === undefined) return [`message ${id} was acknowledged and is lost`];
    return row.seq === seq && row.conversation_id === conversationId
      ? []
      : [`message ${id} was acknowledged as ${seq} and is ${row.seq}`];
  });
}

/** D5: 1, 2, 3 … up to what the conversation says. */
function numbersHaveNoGap({ messages, conversations }: Stored): string[] {
  return conversations.flatMap(({ id, last_seq }) => {
    const seqs = messages.filter((row) => row.conversation_id === id).map((row) => row.seq);
    const isWhole = seqs.length === last_seq && seqs.every((seq, at) => seq === at + 1);
    return isWhole ? [] : [`conversation ${id} has ${seqs.join(",")} and says ${last_seq}`];
  });
}

/** D1, D2: a name is used once, and so are the words: every text of a person is written once in these tests. */
function namesAreUnique({ messages }: Stored): string[] {
  const people = messages.filter((row) => row.sender_kind === "requester" || row.sender_kind === "agent");
  return [
    ...repeated(messages.map((row) => `${row.conversation_id} ${row.sender_id} ${row.client_message_id}`)),
    ...repeated(people.map((row) => row.text)),
  ].map((name) => `stored twice: ${name}`);
}

/** D6, D10: what a screen shows is the log, in its order. */
function screensShowTheLog({ messages }: Stored, { shown }: History): string[] {
  return shown.flatMap(({ conversationId, ids }) => {
    const log = messages.filter((row) => row.conversation_id === conversationId).map((row) => row.id);
    return log.join() === ids.join()
      ? []
      : [`a screen shows ${ids.length} messages of ${conversationId}, the log has ${log.length}`];
  });
}

/** Q3: under one epoch only one side of the desk writes. */
function oneWriterPerEpoch({ messages }: Stored): string[] {
  const desk = messages.filter((row) => row.sender_kind === "agent" || row.sender_kind === "assistant");
  return moreThanOne(desk.map((row) => [`${row.conversation_id} ${row.epoch}`, row.sender_id])).map(
    (epoch) => `two wrote under epoch ${epoch}`,
  );
}

/** Q1: nobody else was told to have it under the same epoch. */
function oneWinnerPerEpoch(_stored: Stored, { won }: History): string[] {
  return moreThanOne(won.map((one) => [`${one.conversationId} ${one.epoch}`, one.agentId])).map(
    (epoch) => `two were told to own epoch ${epoch}`,
  );
}

/** What the assistant still owns is answered, and each answer is whole. */
function answeredOnce({ conversations, messages }: Stored): string[] {
  const open = conversations.filter((row) => row.owner_kind === "assistant");
  const left = open.filter((row) => row.asked_seq > row.answered_seq);
  const replies = messages.filter((row) => row.client_message_id.startsWith("reply:"));
  const byCause = groupBy(replies, (row) => row.client_message_id.split(":")[1] ?? "");
  const broken = [...byCause].filter(([, rows]) =>
    rows.some((row, at) => row.client_message_id.split(":")[2] !== String(at)),
  );
  return [
    ...left.map((row) => `conversation ${row.id} waits for the assistant`),
    ...broken.map(([id]) => `message ${id} is answered in part`),
  ];
}

/** The assistant answers only what was said to it: never what was said to a person before. */
function repliesBelongToTheirEpoch({ messages }: Stored): string[] {
  const asked = new Map(messages.map((row) => [row.id, row]));
  return messages
    .filter((row) => row.client_message_id.startsWith("reply:"))
    .filter((row) => asked.get(row.client_message_id.split(":")[1] ?? "")?.epoch !== row.epoch)
    .map((row) => `message ${row.id} answers what was said under another epoch`);
}

/**
 * Neither lost nor doubled: one attendance and at most one ticket for each message that led to people. Who wished for
 * them twice, and had them already when the second wish was heard, has them.
 */
function everyWishIsServedOnce({ messages, turns, attendances, tickets }: Stored): string[] {
  const causes = attendances.map((row) => row.cause_id);
  const of = ({ conversation_id }: Row<"turn">) =>
    attendances.filter((row) => row.conversation_id === conversation_id);
  const writtenAt = new Map(messages.map((row) => [row.id, row.sent_at]));
  const hadPeople = (turn: Row<"turn">) =>
    of(turn).some(
      (row) =>
        row.created_at <= turn.at &&
        (row.closed_at ?? turn.at) >= (writtenAt.get(turn.message_id) ?? turn.at),
    );
  const wishes = turns.filter((turn) => turn.outcome === "handed-over");
  const lost = wishes.filter((turn) => !causes.includes(turn.message_id) && !hadPeople(turn));
  return [
    ...lost.map(
      (turn) =>
        `the wish ${turn.message_id}, at ${turn.at}, led to no attendance; those of its talk came at ` +
        `${
          of(turn)
            .map((row) => `${row.created_at}–${row.closed_at ?? ""}`)
            .join() || "no time"
        }`,
    ),
    ...repeated(causes).map((id) => `the wish ${id} led to two attendances`),
    ...repeated(tickets.map((row) => row.cause_id)).map((id) => `the message ${id} opened two tickets`),
  ];
}

/** Q1, Q12: the owner of a conversation and the state of its attendance say the same. */
function ownersAgree({ conversations, attendances }: Stored): string[] {
  return conversations.flatMap((row) => {
    const open = attendances.filter(
      ({ conversation_id, phase }) => conversation_id === row.id && phase !== "closed",
    );
    const expected = open.map(({ phase, agent_id }) => (phase === "logged" ? "queue" : `agent:${agent_id}`));
    const owner = row.owner_kind === "agent" ? `agent:${row.owner_id}` : row.owner_kind;
    const isRight =
      owner === "queue" || row.owner_kind === "agent" ? expected.join() === owner : open.length === 0;
    return isRight
      ? []
      : [`conversation ${row.id} is ${owner}, its attendances say ${expected.join() || "none"}`];
  });
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

function moreThanOne(pairs: readonly (readonly [key: string, value: string])[]): string[] {
  const groups = groupBy(pairs, ([key]) => key);
  return [...groups].filter(([, of]) => new Set(of.map(([, value]) => value)).size > 1).map(([key]) => key);
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
