import { useState } from "react";
import type { Consult } from "../../../../contract/consult.js";
import { useConsoleState } from "../console-context.js";
import { useOutcome } from "../use-outcome.js";
import { useColleagues } from "./colleagues-context.js";

/** Leaving, and closing the window, are the same (S4-27); the originator is asked first, because it ends for all. */
export function useLeaveConsult(consult: Consult) {
  const colleagues = useColleagues();
  const tell = useOutcome();
  const meId = useConsoleState(({ me }) => me.id);
  const [question, setQuestion] = useState(false);
  const go = async (): Promise<void> => {
    const outcome = await colleagues.leave(consult.id);
    if (outcome) tell(outcome);
  };
  const endsForAll = consult.originator.id === meId && consult.endedAt === undefined;
  return {
    question,
    leave: () => (endsForAll ? setQuestion(true) : void go()),
    settle: (answer: "end" | "stay") => {
      setQuestion(false);
      if (answer === "end") void go();
    },
  };
}
