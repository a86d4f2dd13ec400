import { useEffect, useRef, useState } from "preact/hooks";
import type { Talk } from "../chat/talk.js";
import { useScope } from "./context.js";
import { EndQuestion } from "./end-question.js";
import { GuestBar } from "./guest-bar.js";
import { Head } from "./head.js";
import { Home } from "./home.js";
import { LogIn } from "./log-in.js";
import { OfflineBar } from "./offline-bar.js";
import { Retry } from "./retry.js";
import { TalkView } from "./talk-view.js";
import { useAnswer } from "./use-answer.js";
import { useMayAskForPeople } from "./use-may-ask-for-people.js";
import { useReadable } from "./use-readable.js";

/** The open chat: its head and one of log-in, home, or the talk. */
export function Panel() {
  const { t, chat, open, hide } = useScope();
  const { stage, talk, connection, error } = useReadable(chat);
  const mayAsk = useMayAskForPeople();
  const [home, setHome] = useHome();

  return (
    <section
      class="panel"
      role="dialog"
      aria-label={t("panel.label")}
      hidden={!open}
      onKeyDown={({ key }) => {
        if (key === "Escape") hide();
      }}
    >
      {talk && stage === "talking" && !(home && mayAsk) ? (
        <Talking talk={talk} onHome={() => setHome(true)} />
      ) : (
        <>
          <Head
            conversation={undefined}
            title={home ? t("panel.label") : undefined}
            onBack={home ? () => setHome(false) : undefined}
            onHome={stage === "failed" && !home && mayAsk ? () => setHome(true) : undefined}
          />
          <OfflineBar connection={connection} />
          {stage === "log-in" && <LogIn />}
          {home && stage !== "log-in" && <Home onTalk={() => setHome(false)} />}
          {stage === "failed" && !home && <Retry message={error?.message} onRetry={chat.open} />}
          {(stage === "opening" || stage === "idle") && !home && <Opening />}
        </>
      )}
    </section>
  );
}

/** Without the assistant the chat begins at its home, unless a person is being talked to (S0-9). */
function useHome(): [boolean, (home: boolean) => void] {
  const { chat } = useScope();
  const { stage, talk } = useReadable(chat);
  const [home, setHome] = useState(false);
  const [status] = useAnswer(chat.rest.readChatStatus, "status");
  const decided = useRef(false);
  const isManual = status.status === "ready" && status.value.mode === "manual";
  useEffect(() => {
    if (decided.current || status.status !== "ready" || stage !== "talking") return;
    decided.current = true;
    const owner = talk?.getSnapshot().conversation?.owner.kind;
    if (isManual && owner !== "queue" && owner !== "agent") setHome(true);
  }, [status.status, isManual, stage, talk]);
  return [home, setHome];
}

function Talking({ talk, onHome }: { talk: Talk; onHome: () => void }) {
  const { chat } = useScope();
  const mayAsk = useMayAskForPeople();
  const { connection, error } = useReadable(chat);
  const { conversation } = useReadable(talk);
  const [ending, setEnding] = useState(false);
  const behind = useRef<HTMLDivElement>(null);
  const kind = conversation?.owner.kind;

  function finishQuestion(outcome: "ended" | "kept"): void {
    setEnding(false);
    if (outcome === "ended") {
      onHome();
      return;
    }
    // Out of the question one is back where one asked for it.
    if (behind.current) behind.current.inert = false;
    behind.current?.querySelector<HTMLElement>(".arrow")?.focus();
  }

  return (
    <>
      <div class="column" ref={behind} inert={ending}>
        <Head
          conversation={conversation}
          onEnd={kind === "none" ? undefined : () => setEnding(true)}
          onHome={kind === "queue" || kind === "agent" || !mayAsk ? undefined : onHome}
        />
        <OfflineBar connection={connection} />
        {error && (
          <p class="offline" role="alert">
            {error.message}
          </p>
        )}
        <GuestBar />
        <TalkView talk={talk} />
      </div>
      {ending && <EndQuestion onDone={finishQuestion} />}
    </>
  );
}

function Opening() {
  const { t } = useScope();
  return (
    <div class="page page-middle" role="status">
      <span class="spinner" aria-hidden="true" />
      <p class="hint">{t("offline.first")}</p>
    </div>
  );
}
