import type { Availability } from "../../../../contract/account.js";
import type { Attendance } from "../../../../contract/attendance.js";
import type { Request } from "../../../../contract/events.js";
import type { ChatClient, Outcome } from "../../../chat/index.js";
import { askToAccept } from "./ask-to-accept.js";
import { findChoices } from "./choices.js";
import type { ConsoleState } from "./console-state.js";
import { dropOffer, openTab } from "./facts.js";
import { showTab } from "./moves.js";
import type { OpenTalks } from "./open-talks.js";

/** What an agent asks of the server; the answer is on the screen before the fact comes. */
export interface Asks {
  /** Asks to hold an attendance and shows its conversation when it was given (S1-8, S1-10). */
  accept(attendanceId: string, groupId?: string): Promise<Outcome<"attendance:accept">>;
  /** Says no to an offer; it goes to a colleague. */
  decline(attendanceId: string): Promise<Outcome<"attendance:decline">>;
  /** Gives what waits to a colleague, where the agent may. */
  assign(attendanceId: string, agentId: string): Promise<Outcome<"attendance:assign">>;
  /** Of two attendances of one requester one goes on; it is shown. */
  merge(attendanceId: string, intoAttendanceId: string): Promise<Outcome<"attendance:merge">>;
  end(attendanceId: string, reason: string, completionCodeId?: string): Promise<Outcome<"attendance:end">>;
  transfer(request: Request<"attendance:transfer">): Promise<Outcome<"attendance:transfer">>;
  setAvailability(status: Availability): Promise<Outcome<"presence:set">>;
}

interface AskOptions {
  readonly client: ChatClient;
  readonly talks: OpenTalks;
  readonly change: (to: (state: ConsoleState) => ConsoleState) => void;
  readonly learn: (fact: { readonly attendance: Attendance }) => void;
  /** It is nobody's to take any more. */
  readonly lose: (attendanceId: string) => void;
}

export function createAsks({ client, talks, change, learn, lose }: AskOptions): Asks {
  const setAccepting = (attendanceId: string, isAsked: boolean): void =>
    change((state) => {
      const others = [...state.accepting].filter((id) => id !== attendanceId);
      return { ...state, accepting: new Set(isAsked ? [...others, attendanceId] : others) };
    });
  const showTalk = (conversationId: string): void =>
    change((state) => showTab(openTab(state, conversationId), conversationId));

  return {
    async accept(attendanceId, groupId) {
      setAccepting(attendanceId, true);
      const outcome = await askToAccept(client, attendanceId, groupId);
      setAccepting(attendanceId, false);
      if (outcome.ok) {
        talks.of(outcome.conversationId, outcome.conversation);
        learn(outcome);
        showTalk(outcome.conversationId);
      } else if (outcome.error.code === "attendance/choose-group") {
        const groups = findChoices(outcome.error);
        change((state) => ({ ...state, choosing: { attendanceId, groups } }));
      } else if (/^attendance\/(taken|gone|not-found)$/.test(outcome.error.code)) {
        lose(attendanceId);
      }
      return outcome;
    },
    async decline(attendanceId) {
      const outcome = await client.request("attendance:decline", { attendanceId });
      if (outcome.ok) change((state) => dropOffer(state, attendanceId));
      return outcome;
    },
    async assign(attendanceId, agentId) {
      const outcome = await client.request("attendance:assign", { attendanceId, agentId });
      if (outcome.ok) learn(outcome);
      return outcome;
    },
    async merge(attendanceId, intoAttendanceId) {
      const outcome = await client.request("attendance:merge", { attendanceId, intoAttendanceId });
      if (outcome.ok) {
        learn(outcome);
        showTalk(outcome.conversation.id);
      }
      return outcome;
    },
    async end(attendanceId, reason, completionCodeId) {
      const outcome = await client.request("attendance:end", {
        attendanceId,
        ...(reason ? { reason } : {}),
        ...(completionCodeId ? { completionCodeId } : {}),
      });
      if (outcome.ok) learn(outcome);
      return outcome;
    },
    async transfer(request) {
      const outcome = await client.request("attendance:transfer", request);
      if (outcome.ok) learn(outcome);
      return outcome;
    },
    async setAvailability(status) {
      const outcome = await client.request("presence:set", { status });
      if (outcome.ok) change((state) => ({ ...state, availability: outcome.status, pause: undefined }));
      return outcome;
    },
  };
}
