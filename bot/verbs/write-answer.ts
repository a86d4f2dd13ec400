import type { Action } from "../../contract/index.js";
import type { Judged } from "../judge.js";
import type { OfferedActivity, Writing } from "../ports.js";
import type { StepResult, Turn } from "../turn.js";
import { articleLeads, rememberShown, toActions } from "./show-found.js";

type Offer = Judged<OfferedActivity>["offered"] & Pick<Judged, "verdict">;

/**
 * Where articles would be shown or asked back about, a language model may answer from them in a few sentences. Without
 * one, or where its answer does not stand the check, the turn goes on as if nobody had been asked.
 */
export async function writeAnswer(turn: Turn, offered: Offer): Promise<StepResult> {
  if (offered.verdict === "fallback" || !articleLeads(offered)) return "pass";
  const { person, conversationId, channel, locale, incoming, desk } = turn;
  const { messageId, seq, text: question } = incoming;
  const writing = await desk.writeAnswer({
    ...{ person, conversationId, channel, messageId, seq, question, locale },
    articles: offered.articles,
  });
  if (writing.status === "off") return "pass";
  turn.wrote(writing.record);
  return writing.status === "written" ? show(turn, writing, offered) : "pass";
}

/** The answer, marked for what it is, with its articles to open and a way to a person. */
async function show(
  turn: Turn,
  { text, sources }: Extract<Writing, { status: "written" }>,
  { activities }: Offer,
): Promise<StepResult> {
  const { texts } = turn;
  const { actions } = texts;
  const titles = sources.map(({ number, title }) => actions.source(number, title));
  const feedback = (title: string, helped: boolean): Action => ({
    title,
    value: { kind: "answer-feedback", messageId: turn.incoming.messageId, helped },
  });
  rememberShown(turn, sources);
  turn.conclude("answered");
  await turn.reply({
    text: `${text}\n\n${texts.writtenFrom(titles.join("\n"))}`,
    actions: [
      ...sources.map(({ id, number, title }): Action => {
        return {
          title: actions.source(number, title).slice(0, 200),
          value: { kind: "open-article", articleId: id },
        };
      }),
      feedback(actions.helped, true),
      feedback(actions.didNotHelp, false),
      // Reading is not always what was wanted: the best of what can be done for them stays offered.
      ...toActions(turn, { articles: [], activities: activities.slice(0, 1) }),
      ...(turn.groupMode === "automatic"
        ? []
        : [{ title: actions.talkToAttendant, value: { kind: "talk-to-attendant" as const } }]),
    ],
  });
  return "handled";
}
