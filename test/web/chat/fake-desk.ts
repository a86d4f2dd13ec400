import type { Conversation, Message } from "../../../contract/conversation.js";
import type { SocketPort } from "../../../web/chat/socket-port.js";

export const conversationId = "01890000-0000-7000-8000-000000000001";
export const me = { id: "01890000-0000-7000-8000-0000000000a1", side: "requester" } as const;

/** What happens to the next fact or request on its way; afterwards the line is whole again. */
export type Fate = "deliver" | "lose" | "lose-answer" | "twice" | "late";

type Listener = (payload: unknown) => void;

/** A desk with one conversation and a line that fails as it is told: the far side of a `SocketPort`. */
export function createFakeDesk({ pageSize = 3 } = {}) {
  let log: Message[] = [];
  let late: (() => void)[] = [];
  const fates: Fate[] = [];
  const listeners = new Map<string, Listener[]>();
  const requests: { name: string; payload: Record<string, unknown> }[] = [];
  const state = { connected: false, active: true, reachable: true, buffered: 0, generation: 0 };
  const seen = { requester: 0, agent: 0 };

  function tell(name: string, payload: unknown): void {
    for (const listener of listeners.get(name) ?? []) listener(structuredClone(payload));
  }

  function conversation(): Conversation {
    return {
      id: conversationId,
      requester: { id: me.id, name: "Ana" },
      channel: "web",
      locale: "en",
      owner: { kind: "assistant" },
      epoch: 1,
      lastSeq: log.length,
      online: { requester: true, agent: false },
      readUpTo: { ...seen },
      createdAt: 1,
      updatedAt: 1,
    };
  }

  function append(message: Pick<Message, "text" | "sender" | "clientMessageId">): Message {
    const seq = log.length + 1;
    const stored = { ...message, id: `m-${state.generation}-${seq}`, conversationId, seq, sentAt: seq };
    log.push(stored);
    return stored;
  }

  function post(message: Message): void {
    const fate = fates.shift() ?? "deliver";
    const deliver = (): void => {
      if (state.connected) tell("message:posted", { message });
    };
    if (fate === "late") late.push(deliver);
    if (fate === "deliver" || fate === "twice") deliver();
    if (fate === "twice") deliver();
    if (fate === "deliver") releaseLate();
  }

  function releaseLate(): void {
    const kept = late;
    late = [];
    for (const deliver of kept) deliver();
  }

  function answerSend(payload: Record<string, unknown>): unknown {
    const { clientMessageId, text } = payload;
    if (text === "forbidden") {
      return { ok: false, error: { code: "message/too-long", message: "Too long." } };
    }
    const known = log.find((message) => message.clientMessageId === clientMessageId);
    if (known) return { ok: true, message: known };
    const sender = { kind: "requester", id: me.id, name: "Ana" } as const;
    const stored = append({ text: String(text), clientMessageId: String(clientMessageId), sender });
    post(stored);
    return { ok: true, message: stored };
  }

  function answer(name: string, payload: Record<string, unknown>): unknown {
    if (name === "conversation:open") {
      return { ok: true, conversation: conversation(), lastSeq: log.length };
    }
    if (name === "conversation:sync") {
      const afterSeq = Number(payload.afterSeq);
      if (afterSeq > log.length) return { ok: true, messages: [], upTo: 0, complete: false, resync: true };
      const messages = log.slice(afterSeq, afterSeq + pageSize);
      const upTo = afterSeq + messages.length;
      return { ok: true, messages, upTo, complete: upTo === log.length };
    }
    if (name === "message:send") return answerSend(payload);
    return { ok: true };
  }

  const socket: SocketPort = {
    get connected() {
      return state.connected;
    },
    get active() {
      return state.active;
    },
    connect() {
      if (state.connected) return;
      if (!state.reachable) return tell("connect_error", {});
      state.connected = true;
      tell("connect", undefined);
    },
    disconnect: () => drop(),
    emit(name, payload, ack) {
      const request = { name, payload: structuredClone(payload) as Record<string, unknown> };
      requests.push(request);
      const fate = fates.shift() ?? "deliver";
      if (fate === "lose") return;
      const reply = structuredClone(answer(name, request.payload));
      if (fate === "twice") answer(name, request.payload);
      if (fate !== "lose-answer") ack(reply);
    },
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    },
    dropBuffer() {
      state.buffered += 1;
    },
  };

  function drop(): void {
    if (!state.connected) return;
    state.connected = false;
    late = [];
    tell("disconnect", "transport close");
  }

  return {
    openSocket: () => socket,
    tell,
    drop,
    seen,
    fates,
    requests,
    state,
    /** Someone else writes. */
    say(text: string) {
      const sender = { kind: "assistant", id: "assistant", name: "Assistant" } as const;
      const stored = append({ text, sender });
      post(stored);
      return stored;
    },
    stored: (): readonly Message[] => log,
    /** A back-up is put back: the log is shorter, and what follows gets new ids. */
    restore(length: number) {
      log = log.slice(0, length);
      state.generation += 1;
    },
  };
}

export type FakeDesk = ReturnType<typeof createFakeDesk>;
