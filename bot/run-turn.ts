import { type ActionValue, type Locale, localeSchema, type Mode, type Principal } from "../contract/index.js";
import { type Asked, type Conversations, type MessageDraft, readExtra } from "../conversation/index.js";
import { toIncomingActivity, toReplyActivity } from "./activities.js";
import { type Dialog, dialogSchema } from "./dialog.js";
import { handOver } from "./hand-over.js";
import { hearPlainly } from "./hear-plainly.js";
import type { LogAdapter } from "./log-adapter.js";
import { helpOffers } from "./offers.js";
import type { Desk, FoundArticle, Heard, WritingRecord } from "./ports.js";
import { textsIn } from "./replies/index.js";
import { StaleTurn } from "./stale-turn.js";
import type { Incoming, Outcome, Reply, Turn } from "./turn.js";
import { walkSteps, type WalkOptions } from "./walk-steps.js";

export interface TurnDeps extends WalkOptions {
  readonly conversations: Conversations;
  readonly adapter: LogAdapter;
  readonly desk: Desk;
  readonly now: () => number;
  readonly log: { error(fields: object, text: string): void; warn(fields: object, text: string): void };
  personOf(accountId: string): Promise<Principal | undefined>;
}

/**
 * Runs the assistant's turn for one stored message. Replies, memory and the mark that the message is answered are
 * committed together under the epoch the turn began in, so a turn that is run twice, or too late, changes nothing.
 */
export async function runTurn(deps: TurnDeps, asked: Asked): Promise<void> {
  const { conversation } = asked;
  const person = await deps.personOf(conversation.requester_id);
  if (person === undefined) throw new Error("The requester of this conversation is gone.");
  const remembered = readDialog(conversation.dialog_json);
  const modes = await modesOf(deps.desk, asked, { person, remembered });
  const session = createSession(deps, asked, { person, remembered, ...modes });
  const activity = toIncomingActivity(session.turn.incoming, {
    conversationId: conversation.id,
    personId: person.accountId,
    personName: person.name,
    locale: conversation.locale,
    now: deps.now(),
  });
  try {
    await deps.adapter.runTurn(activity, session.outbox, async (context) => {
      session.bind(async (reply) => {
        await context.sendActivity(toReplyActivity(reply));
      });
      await attempt(deps, session);
    });
    await session.commit();
  } catch (error) {
    if (!(error instanceof StaleTurn)) throw error;
    deps.log.warn({ conversationId: conversation.id }, "A late turn of the assistant was dropped.");
  }
}

type Session = ReturnType<typeof createSession>;

/** Who asks, and what the talk has come to. */
interface Asker {
  readonly person: Principal;
  readonly remembered: Dialog;
}

/** The adapter's `onTurnError`: apologise, keep the conversation, offer a person. */
async function attempt(deps: TurnDeps, session: Session): Promise<void> {
  try {
    await walkSteps(deps, session.turn);
  } catch (error) {
    if (error instanceof StaleTurn) throw error;
    deps.log.error({ err: error, conversationId: session.turn.conversationId }, "A turn failed.");
    session.startOver();
    session.turn.conclude("failed");
    await session.turn.reply({ text: session.turn.texts.failed, actions: helpOffers(session.turn) });
  } finally {
    session.close();
  }
}

/** A switch holds from the next turn on: each asks anew, once. */
async function modesOf(desk: Desk, { conversation, message }: Asked, { person, remembered }: Asker) {
  const { value } = readExtra(message);
  const chosen = value !== undefined && "activityId" in value ? value.activityId : undefined;
  const activityId = chosen ?? remembered.form?.activityId;
  const conversationId = chosen === undefined ? conversation.id : undefined;
  const ticketId = conversation.ticket_id;
  const locale = localeSchema.parse(conversation.locale);
  const groupMode = await desk.modeOf({ person, locale, conversationId, ticketId, activityId });
  return { mode: desk.mode(person), groupMode };
}

function hear(desk: Desk, mode: Mode, { text, prior }: { text: string; prior: Locale }): Heard {
  return mode === "manual" ? hearPlainly(text, desk.languageOf(text, prior)) : desk.hear(text, prior);
}

function createSession(
  deps: TurnDeps,
  asked: Asked,
  { person, remembered, mode, groupMode }: Asker & { readonly mode: Mode; readonly groupMode: Mode },
) {
  const { conversation, message } = asked;
  const { desk, conversations } = deps;
  const incoming = toIncoming(message);
  const prior = localeSchema.parse(conversation.locale);
  const heard: Heard =
    incoming.value === undefined
      ? hear(desk, mode, { text: incoming.text, prior })
      : { language: prior, intents: [], threshold: 1 };
  let locale: Locale = heard.language;
  let dialog = remembered;
  // What was asked before: this message may be the choice that was made about it.
  const { question } = dialog;
  let outcome: Outcome = "fallback";
  let chosen: ActionValue | undefined;
  let written: WritingRecord | undefined;
  let open = true;
  let flushed = 0;
  let left = false;
  let send: (reply: Reply) => Promise<void> = async () => undefined;
  const drafts: MessageDraft[] = [];
  let articles: Promise<readonly FoundArticle[]> | undefined;

  const outbox = async (reply: Reply): Promise<string> => {
    const clientMessageId = `reply:${message.id}:${drafts.length}`;
    drafts.push({
      conversationId: conversation.id,
      clientMessageId,
      sender: { kind: "assistant", id: "assistant", name: "Assistant" },
      epoch: conversation.epoch,
      ...reply,
    });
    if (reply.actions !== undefined) dialog = { ...dialog, choices: [...reply.actions] };
    return clientMessageId;
  };

  /** Stores what has been said so far, before the conversation goes to somebody else. */
  const flush = async (): Promise<void> => {
    const results = await Promise.all(drafts.slice(flushed).map((draft) => conversations.append(draft)));
    if (results.some((result) => result.status !== "stored" && result.status !== "repeat"))
      throw new StaleTurn();
    flushed = drafts.length;
  };

  const turn: Turn = {
    incoming,
    conversationId: conversation.id,
    channel: conversation.channel,
    epoch: conversation.epoch,
    person,
    mode,
    groupMode,
    desk,
    heard,
    get locale() {
      return locale;
    },
    get texts() {
      return textsIn(locale);
    },
    get dialog() {
      return dialog;
    },
    articles: () => {
      articles ??= desk.findArticles(person, incoming.text, locale);
      return articles;
    },
    reply: async (reply) => {
      if (open) await send(reply);
    },
    remember: (change) => {
      if (open) dialog = { ...dialog, ...change };
    },
    chose: (value) => {
      chosen = value;
    },
    wrote: (record) => {
      written = record;
    },
    conclude: (what) => {
      if (open) outcome = what;
    },
    switchLocale: async (to) => {
      locale = to;
    },
    handOver: async (reason) => {
      left = await handOver(turn, reason, flush);
    },
  };

  return {
    turn,
    outbox,
    bind: (how: (reply: Reply) => Promise<void>) => {
      send = how;
    },
    /** What was about to be said by the part that failed is not said. */
    startOver: () => {
      drafts.length = flushed;
    },
    close: () => {
      open = false;
    },
    commit: async (): Promise<void> => {
      const inTime = await conversations.finishTurn({
        asked,
        replies: drafts.slice(flushed),
        dialogJson: toDialogJson({ ...dialog, last: outcome }, drafts),
        locale,
        left,
        record: {
          outcome,
          language: heard.language,
          understoodJson: toRecordJson(heard, dialog, { chosen, question, written }),
        },
      });
      if (!inTime) throw new StaleTurn();
    },
  };
}

/** A search that was chosen is heard like words that were typed. */
function toIncoming(message: Asked["message"]): Incoming {
  const { value, attachments = [] } = readExtra(message);
  const files = attachments.filter((attachment) => attachment.kind === "file");
  const said =
    value?.kind === "search" ? { text: value.text, value: undefined } : { text: message.text, value };
  return { messageId: message.id, seq: message.seq, files, ...said };
}

/** Of a choice also what was chosen, and for which question. */
function toRecordJson(
  { intents }: Heard,
  { candidates, articles }: Dialog,
  {
    chosen,
    question,
    written,
  }: {
    readonly chosen: ActionValue | undefined;
    readonly question: string;
    readonly written: WritingRecord | undefined;
  },
): string {
  const choice = chosen === undefined ? {} : { value: chosen, question };
  return JSON.stringify({ intents, candidates, articles, ...choice, written });
}

/** Choices are those of this turn's replies; older chips no longer count as typed answers. */
function toDialogJson(dialog: Dialog, drafts: readonly MessageDraft[]): string {
  const offered = drafts.some((draft) => (draft.actions?.length ?? 0) > 0);
  return JSON.stringify(offered ? dialog : { ...dialog, choices: [] });
}

function readDialog(text: string): Dialog {
  const parsed = dialogSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : dialogSchema.parse({});
}
