import { useState } from "preact/hooks";
import type { Talk } from "../chat/talk.js";
import { AttendanceForm } from "./attendance-form.js";
import { useScope } from "./context.js";
import { ResumeList } from "./resume-list.js";
import { Retry } from "./retry.js";
import { OpenSurvey, Satisfaction } from "./satisfaction.js";
import { useAnswer } from "./use-answer.js";
import { useReadable } from "./use-readable.js";

/** Asks for an attendant by catalog, directly, or takes an unfinished attendance up again (S0-9 to S0-18). */
export function Home({ onTalk }: { onTalk: () => void }) {
  const { t, chat, locale } = useScope();
  const [page, setPage] = useState<"form" | "resume">("form");
  const [status] = useAnswer(chat.rest.readChatStatus, "status");
  const byPeople = status.status === "ready" && status.value.mode === "manual";
  const [doors] = useAnswer(chat.rest.readDoors, "doors");
  const [answer, retry] = useAnswer(() => chat.rest.readCatalog(locale), locale);

  if (page === "resume") return <ResumeList onBack={() => setPage("form")} onTalk={onTalk} />;
  if (answer.status === "failed") return <Retry onRetry={retry} />;
  return (
    <div class="page">
      <EndedTalk />
      <div>
        <h2>{t("home.title")}</h2>
        <p class="hint">{t("home.text")}</p>
      </div>
      <AttendanceForm
        catalogs={answer.status === "ready" ? answer.value.items : undefined}
        doors={doors.status === "ready" ? doors.value : undefined}
        onStarted={onTalk}
        onResume={() => setPage("resume")}
      />
      <button
        type="button"
        class="text-button"
        onClick={() => {
          chat.open();
          onTalk();
        }}
      >
        {t(byPeople ? "home.search" : "home.assistant")}
      </button>
    </div>
  );
}

/** Who has just ended a talk stands here; this is where they are asked about it, or about one before. */
function EndedTalk() {
  const { chat } = useScope();
  const { talk } = useReadable(chat);
  return talk ? <Rating talk={talk} /> : <OpenSurvey shownId={undefined} />;
}

function Rating({ talk }: { talk: Talk }) {
  const { conversation } = useReadable(talk);
  return (
    <>
      <Satisfaction conversation={conversation} />
      <OpenSurvey shownId={conversation?.id} />
    </>
  );
}
