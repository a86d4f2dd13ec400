import { createFilePort, type FilePort } from "../chat/file-port.js";
import type { Readable } from "../chat/readable.js";
import type { Locale, Translate } from "../texts/index.js";
import type { WidgetKey } from "../texts/widget/index.js";
import { type ChatState, createDeskLine, type DeskLine, type DeskLineOptions } from "./desk-line.js";
import { createGuestDoor } from "./guest-door.js";
import { exchangeIdentity, forgetIdentity, isExchanged } from "./identity.js";
import { refused, type Started } from "./refused.js";
import { type AttendanceForm, createRest, type Rest } from "./rest.js";

/** What a requester can do with the desk; connects when it is needed. */
export interface DeskChat extends Readable<ChatState> {
  readonly rest: Rest;
  readonly files: FilePort;
  /** Takes up a talk of an earlier visit, so that unread words are counted; does nothing without one. */
  recall(): void;
  /** Opens the present conversation, or a new one. */
  open(): void;
  openAnew(): Promise<void>;
  /** Asks, in the present conversation, that the attendance of a ticket goes on (S0-18, S2-32). */
  resume(ticketNumber: string, t: Translate<WidgetKey>): Promise<void>;
  /** Asks for an attendant at once, without choosing anything (S0-15). */
  talkToAttendant(question: string): Promise<void>;
  logIn(username: string, password: string): Promise<"in" | "wrong" | "unreachable">;
  /** Talks as whom the portal has signed; as a guest where the desk does not take it. */
  identify(identity: unknown): Promise<void>;
  /** Ends the session everywhere it was made of the same identity, and forgets who talked. */
  logOut(): Promise<void>;
  /** Shows the log-in to a guest. */
  askForLogIn(): void;
  /** Takes the guest's talk along. */
  claim(): Promise<void>;
  /** Goes on without it. */
  leaveGuest(): void;
  reconnect(): void;
  /** Ends the conversation with the requester's reason (S0-21, S1-28). */
  end(reason: string): Promise<void>;
  cancelWait(): Promise<void>;
  startAttendance(form: AttendanceForm): Promise<Started>;
  /** Asks the assistant to go on in this language, by its name; people are not disturbed with it. */
  tellLocale(locale: Locale, name: string): void;
  stop(): void;
}

export interface DeskChatOptions extends Omit<DeskLineOptions, "guests"> {
  /** The desk admits people it does not know. */
  readonly admitsGuests?: boolean | undefined;
}

export function createDeskChat({ admitsGuests = false, ...options }: DeskChatOptions): DeskChat {
  const rest = createRest(options.url, () => line.readToken(), options.readLocale);
  const guests = createGuestDoor(admitsGuests, rest);
  const line: DeskLine = createDeskLine({ ...options, guests });
  /** Resolves when it is settled who talks; nothing is opened as somebody else before. */
  let entering: Promise<void> | undefined;

  function open(): void {
    const isOpen = line.present() && line.present()?.owner.kind !== "none";
    if (isOpen) line.show({ stage: "talking" });
    else void line.openConversation();
  }

  /** A new person begins where the old one was: with the chat open, or not yet asked for. */
  async function goOnAs(token: string | undefined): Promise<void> {
    const { stage } = line.getSnapshot();
    line.changeToken(token);
    if (stage !== "idle") await line.openConversation();
  }

  async function enter(identity: unknown): Promise<void> {
    const isKnown = isExchanged(identity) && line.readToken() !== undefined;
    if (isKnown) return;
    forgetIdentity();
    await goOnAs((await exchangeIdentity(identity, rest)) ?? guests.kept());
  }

  return {
    getSnapshot: line.getSnapshot,
    subscribe: line.subscribe,
    rest,
    files: createFilePort({ url: options.url, readToken: line.readToken }),
    recall: () => (entering ? void entering.then(line.recall) : line.recall()),
    askForLogIn: line.askForLogIn,
    open: () => (entering ? void entering.then(open) : open()),
    identify(identity) {
      const done = enter(identity).finally(() => {
        if (entering === done) entering = undefined;
      });
      entering = done;
      return done;
    },
    async logOut() {
      if (line.readToken()) await rest.logOut();
      forgetIdentity();
      guests.forget();
      line.changeToken(undefined);
      line.show({ stage: "idle", guest: false, claimable: false });
    },
    async claim() {
      const guest = guests.kept();
      const outcome = guest ? await rest.claim(guest) : undefined;
      // Whatever came of it: there is nothing to take along any more, unless nobody was asked.
      if (outcome && !outcome.ok && outcome.error.code === "client/offline") return;
      guests.forget();
      line.show({ claimable: false });
      if (outcome?.ok) await line.openConversation(outcome.value.conversationId);
    },
    leaveGuest() {
      guests.forget();
      line.show({ claimable: false });
    },
    openAnew: () => line.openConversation(),
    resume(ticketNumber, t) {
      const text = `${t("closed.resume")} ${t("wait.number")} ${ticketNumber}`;
      return line.openConversation(undefined, { text, value: { kind: "resume-attendance", ticketNumber } });
    },
    talkToAttendant: (question) =>
      line.openConversation(undefined, { text: question, value: { kind: "talk-to-attendant" } }),
    async logIn(username, password) {
      const outcome = await rest.logIn(username, password);
      if (!outcome.ok) return outcome.error.code === "session/wrong-credentials" ? "wrong" : "unreachable";
      line.changeToken(outcome.value.token);
      await line.openConversation();
      return "in";
    },
    reconnect: () => line.connect().connect(),
    async end(reason) {
      const conversation = line.present();
      if (!conversation) return;
      const closing = { conversationId: conversation.id, reason };
      const outcome = await line.connect().request("conversation:close", closing);
      line.show({ error: outcome.ok ? undefined : outcome.error });
    },
    async cancelWait() {
      const attendance = line.present()?.attendance;
      if (!attendance) return;
      const outcome = await line.connect().request("attendance:cancel", { attendanceId: attendance.id });
      line.show({ error: outcome.ok ? undefined : outcome.error });
    },
    async startAttendance(form) {
      const outcome = await rest.startAttendance(form);
      if (!outcome.ok) return refused(outcome.error);
      await line.openConversation(outcome.value.conversationId);
      return { ok: true };
    },
    tellLocale(locale, name) {
      const { stage, talk } = line.getSnapshot();
      if (stage !== "talking" || line.present()?.owner.kind !== "assistant") return;
      talk?.send(name, { kind: "set-language", locale });
    },
    stop: line.stop,
  };
}
