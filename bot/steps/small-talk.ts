import { type Action, locales } from "../../contract/index.js";
import { languageNames } from "../language-names.js";
import { helpOffers, helpReply } from "../offers.js";
import type { Reply, StepResult, Turn } from "../turn.js";
import { bareAnswer } from "./bare-answer.js";
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

/** Yes to several things is no choice yet; yes or no to nothing asks what is wanted. */
function afterYesOrNo(turn: Turn, said: "yes" | "no"): Reply {
  const { choices } = turn.dialog;
  if (said === "yes" && choices.length > 1) return { text: turn.texts.whichOne, actions: choices };
  return { text: turn.texts.allRight, actions: helpOffers(turn) };
}

/** Greetings, thanks, and what people ask an assistant about itself. */
export async function smallTalk(turn: Turn): Promise<StepResult> {
  const bare = bareAnswer(turn);
  const intent = understood(turn, ...Object.keys(sayings));
  const saying = bare === undefined ? sayings[intent ?? ""] : () => afterYesOrNo(turn, bare);
  if (saying === undefined) return "pass";
  turn.remember({ greeted: true });
  turn.conclude("small-talk");
  await turn.reply(saying(turn));
  return "handled";
}
