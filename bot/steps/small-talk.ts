import { type Action, locales } from "../../contract/index.js";
import { languageNames } from "../language-names.js";
import { helpOffers, helpReply } from "../offers.js";
import type { Reply, StepResult, Turn } from "../turn.js";
import { understood } from "./understood.js";

const sayings: Readonly<Record<string, (turn: Turn) => Reply>> = {
  greet: ({ texts, dialog, person }) => ({
    text: dialog.greeted ? texts.greetingAgain : texts.greeting(person.name),
  }),
  thanks: ({ texts }) => ({ text: texts.thanks }),
  goodbye: ({ texts }) => ({ text: texts.goodbye }),
  help: helpReply,
  "are-you-a-bot": (turn) => ({ text: turn.texts.robot, actions: helpOffers(turn) }),
  // Angry people get a person offered, not a search result.
  frustration: (turn) => ({ text: turn.texts.sorryForTrouble, actions: helpOffers(turn) }),
  "change-language": ({ texts }) => ({ text: texts.askLanguage, actions: languageActions }),
  cancel: (turn) => ({ text: turn.texts.nothingToCancel, actions: helpOffers(turn) }),
};

const languageActions: Action[] = locales.map((locale) => ({
  title: languageNames[locale],
  value: { kind: "set-language", locale },
}));

/** Greetings, thanks, and what people ask an assistant about itself. */
export async function smallTalk(turn: Turn): Promise<StepResult> {
  const intent = understood(turn, ...Object.keys(sayings));
  const saying = intent === undefined ? undefined : sayings[intent];
  if (saying === undefined) return "pass";
  turn.remember({ greeted: true });
  turn.conclude("small-talk");
  await turn.reply(saying(turn));
  return "handled";
}
