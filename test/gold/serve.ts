import { type Dialog, dialogSchema } from "../../bot/dialog.js";
import type { Desk } from "../../bot/index.js";
import { textsIn } from "../../bot/replies/index.js";
import { steps } from "../../bot/steps/index.js";
import type { Outcome, Reply, Turn } from "../../bot/turn.js";
import type { Locale, Principal } from "../../contract/index.js";

/** What the assistant did about one sentence said at the beginning of a talk. */
export interface Served {
  readonly outcome: Outcome | "nothing";
  /** Titles of the chips for articles and activities, in the order shown. */
  readonly shown: readonly string[];
  readonly bestIntent: string | undefined;
  readonly language: Locale;
}

/** Runs a sentence through the steps of the assistant on a real desk; hand-overs and replies are only noted. */
export async function serve(desk: Desk, person: Principal, text: string, prior: Locale): Promise<Served> {
  const heard = desk.hear(text, prior);
  let outcome: Served["outcome"] = "nothing";
  let said: Reply = { text: "" };
  let dialog: Dialog = dialogSchema.parse({ greeted: true });
  const turn: Turn = {
    incoming: { messageId: "m", seq: 2, text, value: undefined, files: [] },
    conversationId: "c",
    channel: "web",
    wrote: () => undefined,
    epoch: 1,
    person,
    mode: "both",
    groupMode: "both",
    desk,
    locale: heard.language,
    texts: textsIn(heard.language),
    get dialog() {
      return dialog;
    },
    heard,
    articles: () => desk.findArticles(person, text, heard.language),
    reply: async (reply) => {
      said = reply;
    },
    remember: (change) => {
      dialog = { ...dialog, ...change };
    },
    chose: () => undefined,
    conclude: (what) => {
      outcome = what;
    },
    switchLocale: async () => undefined,
    handOver: async () => {
      outcome = "handed-over";
    },
  };
  for (const step of steps) {
    if ((await step(turn)) === "handled") break;
  }
  const chips = said.actions ?? [];
  const shown = chips.filter(({ value }) => value.kind === "open-article" || value.kind === "open-activity");
  return {
    outcome,
    shown: shown.map(({ title }) => title),
    bestIntent: heard.intents[0]?.intent,
    language: heard.language,
  };
}
