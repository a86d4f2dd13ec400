import { useEffect, useRef, useState } from "preact/hooks";
import type { Conversation } from "../../contract/conversation.js";
import type { RateTalk, Survey } from "../../contract/satisfaction.js";
import type { WidgetKey } from "../texts/widget/index.js";
import { useScope } from "./context.js";
import { useAnswer } from "./use-answer.js";

const maxComment = 1000;
const choices = [1, 2, 3, 4, 5].map((score) => ({ score, name: `rate.${score}` as WidgetKey }));

/** Asks once how a talk that has ended was; shows nothing where the desk does not ask. */
export function Satisfaction({ conversation }: { conversation: Conversation | undefined }) {
  const { chat } = useScope();
  if (conversation?.owner.kind !== "none") return null;
  const { id, epoch } = conversation;
  return <Asked key={`${id} ${epoch}`} id={id} read={() => chat.rest.readSurvey(id)} />;
}

/** Reminds in a line of a talk that is over and was not rated; `shownId` is asked about where it is shown. */
export function OpenSurvey({ shownId }: { shownId: string | undefined }) {
  const { t, chat } = useScope();
  const [open] = useAnswer(chat.rest.readOpenSurvey, "open");
  const [wanted, setWanted] = useState(false);
  const id = open.status === "ready" ? open.value.conversationId : undefined;
  if (!id || id === shownId) return null;
  if (wanted) return <Asked id={id} read={() => chat.rest.readSurvey(id)} />;
  return (
    <button type="button" class="text-button reminder" onClick={() => setWanted(true)}>
      {t("rate.open")}
    </button>
  );
}

function Asked({ id, read }: { id: string; read: Parameters<typeof useAnswer<Survey>>[0] }) {
  const { t, chat } = useScope();
  const [asked] = useAnswer(read, id);
  const [given, setGiven] = useState<Survey>();
  const [changing, setChanging] = useState(false);
  const [fault, setFault] = useState<string>();
  const thanks = useRef<HTMLParagraphElement>(null);
  const survey = given ?? (asked.status === "ready" ? asked.value : undefined);

  // Who sent or skipped with the keyboard goes on from here.
  useEffect(() => {
    if (given) thanks.current?.focus();
  }, [given]);

  async function answer(rating: RateTalk): Promise<void> {
    const outcome = await chat.rest.rateTalk(id, rating);
    setFault(outcome.ok ? undefined : outcome.error.message);
    if (!outcome.ok) return;
    setGiven(outcome.value);
    setChanging(false);
  }

  if (survey?.status === "open" || (survey && changing)) {
    return <SurveyForm survey={survey} fault={fault} onAnswer={answer} />;
  }
  if (!given && survey?.status !== "answered") return null;
  return (
    <div class="survey survey-done">
      <p ref={thanks} tabIndex={-1} role="status">
        {t(survey?.status === "answered" ? "rate.thanks" : "rate.skipped")}
      </p>
      <button type="button" class="text-button" onClick={() => setChanging(true)}>
        {t(survey?.status === "answered" ? "rate.change" : "rate.after-all")}
      </button>
    </div>
  );
}

interface SurveyFormProps {
  readonly survey: Survey;
  readonly fault: string | undefined;
  readonly onAnswer: (rating: RateTalk) => Promise<void>;
}

function SurveyForm({ survey, fault, onAnswer }: SurveyFormProps) {
  const { t } = useScope();
  const [score, setScore] = useState(survey.score);
  const [comment, setComment] = useState(survey.comment ?? "");
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const name = survey.agentName;

  async function send(rating: RateTalk): Promise<void> {
    setBusy(true);
    await onAnswer(rating);
    setBusy(false);
  }

  return (
    <form
      class="survey"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(score === undefined);
        if (score !== undefined) void send({ kind: "rate", score, comment });
      }}
    >
      <fieldset>
        <legend>{name ? t("rate.question.agent", { name }) : t("rate.question")}</legend>
        <div class="scores">
          {choices.map((choice) => (
            <label key={choice.score} title={t(choice.name)}>
              <input
                type="radio"
                name="score"
                checked={choice.score === score}
                aria-label={`${choice.score}: ${t(choice.name)}`}
                onChange={() => setScore(choice.score)}
              />
              <span aria-hidden="true">{choice.score}</span>
            </label>
          ))}
        </div>
        <p class="ends" aria-hidden="true">
          {score === undefined ? (
            <>
              <span>{t("rate.1")}</span>
              <span>{t("rate.5")}</span>
            </>
          ) : (
            <strong>{t(choices[score - 1]?.name ?? "rate.3")}</strong>
          )}
        </p>
      </fieldset>
      {score !== undefined && (
        <label class="field">
          {t("rate.comment")}
          <textarea
            rows={2}
            maxLength={maxComment}
            value={comment}
            onInput={({ currentTarget }) => setComment(currentTarget.value)}
          />
        </label>
      )}
      {(missing || fault) && (
        <p class="fault" role="alert">
          {fault ?? t("rate.missing")}
        </p>
      )}
      <div class="buttons">
        <button type="submit" class="button" disabled={busy}>
          {t("rate.send")}
        </button>
        <button
          type="button"
          class="button button-quiet"
          disabled={busy}
          onClick={() => void send({ kind: "skip" })}
        >
          {t("rate.skip")}
        </button>
      </div>
    </form>
  );
}
