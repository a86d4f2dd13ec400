import { type ClockChange, changeClock } from "./clock.js";
import type { Colleague, ConsultDesk } from "./desk.js";
import { notOriginator } from "./errors.js";
import { requireJoined, spentOf, transact } from "./work.js";

const events = { pause: "paused", resume: "resumed", set: "time-set" } as const;

/** Pauses, resumes or enters Chat Time by hand; the originator's is the one that is saved (S4-17 … S4-19). */
export function changeTime(
  desk: ConsultDesk,
  input: { readonly conversationId: string; readonly actor: Colleague; readonly change: ClockChange },
): Promise<void> {
  const { conversationId, actor, change } = input;
  return transact(desk, conversationId, async (work) => {
    requireJoined(work, actor.accountId);
    const { consult, now } = work;
    if (consult.originator_id !== actor.accountId) throw notOriginator();
    const clock = { spentMs: consult.spent_ms, runningSince: consult.running_since ?? undefined };
    const isRunning = clock.runningSince !== undefined;
    if (change.kind === (isRunning ? "resume" : "pause")) return;
    const next = changeClock(clock, change, now);
    const spentMs = change.kind === "set" ? change.spentMs : spentOf(work, now);
    await work.say(events[change.kind], { id: actor.accountId, name: actor.name }, { spentMs });
    await work.change({ spent_ms: next.spentMs, running_since: next.runningSince ?? null });
  });
}
