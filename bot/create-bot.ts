import { type Locale, noTrail, type Principal, type Trail } from "../contract/index.js";
import type { Conversations } from "../conversation/index.js";
import { LogAdapter } from "./log-adapter.js";
import type { Desk } from "./ports.js";
import { textsIn } from "./replies/index.js";
import { createRunner, type Runner } from "./runner.js";
import { steps } from "./steps/index.js";

export interface BotOptions {
  readonly conversations: Conversations;
  readonly desk: Desk;
  readonly now: () => number;
  readonly log: { error(fields: object, text: string): void; warn(fields: object, text: string): void };
  personOf(accountId: string): Promise<Principal | undefined>;
  /** The right to run a conversation's turns, for a time; `undefined` while another node has it. */
  lease(name: string, ttlMs: number): Promise<(() => void) | undefined>;
  /** Told how long each turn took, ms. */
  readonly turnTook?: ((ms: number) => void) | undefined;
  readonly trail?: Trail;
}

export interface Bot extends Runner {
  /** The assistant's first words in a conversation nobody has written in; once, however often it is asked for. */
  greet(conversation: { id: string; epoch: number; locale: Locale; person: Principal }): Promise<void>;
}

/** The virtual assistant. */
export function createBot(options: BotOptions): Bot {
  const { conversations, desk } = options;
  const adapter = new LogAdapter();
  adapter.onTurnError = async (_context, error) => {
    // What a step throws is dealt with inside the turn; the rest is a bug and is told by the runner.
    throw error;
  };
  const runner = createRunner({ trail: noTrail, ...options, adapter, steps });
  return {
    ...runner,
    greet: async ({ id, epoch, locale, person }) => {
      await conversations.append({
        conversationId: id,
        clientMessageId: "greeting",
        sender: { kind: "assistant", id: "assistant", name: "Assistant" },
        text: greetingFor(desk, person, locale),
        epoch,
      });
      await begin(options, id, person);
    },
  };
}

function greetingFor(desk: Desk, person: Principal, locale: Locale): string {
  const texts = textsIn(locale);
  const own = desk.mode(person) === "manual" ? texts.manualHelp : desk.welcome(person, locale);
  return own ?? (person.guest ? texts.greetingGuest : texts.greeting(person.name));
}

/** The initial action is asked for in the person's name, without a word; once, however often the talk is opened. */
async function begin(
  { conversations, desk }: BotOptions,
  conversationId: string,
  person: Principal,
): Promise<void> {
  const value = desk.initialAction(person);
  if (value.kind === "none") return;
  await conversations.append({
    conversationId,
    clientMessageId: "initial-action",
    sender: { kind: "requester", id: person.accountId, name: person.name },
    text: "",
    value,
  });
}
