import { createStore, type StoreApi } from "zustand/vanilla";
import type { Note, TalkTeam } from "../../../../contract/team/talk-team.js";
import type { ChatClient } from "../../../chat/index.js";
import type { TeamApi } from "../../shared/team-api.js";

const tellViewingEveryMs = 20_000;

export interface TeamState extends TalkTeam {
  readonly phase: "loading" | "ready" | "failed";
}

export interface TeamStore {
  readonly store: StoreApi<TeamState>;
  reload(): Promise<void>;
  /** A note this page has just posted. */
  learn(note: Note): void;
  setTags(tags: readonly string[]): void;
  stop(): void;
}

const empty: TeamState = { phase: "loading", participants: [], viewers: [], tags: [], notes: [] };

/** What colleagues share about one talk: read anew with each connection, then kept by facts. */
export function createTeamStore(options: {
  readonly client: ChatClient;
  readonly api: Pick<TeamApi, "readTeam">;
  readonly conversationId: string;
  /** Who watches says nothing of it. */
  readonly presence: "seen" | "unseen";
}): TeamStore {
  const { client, api, conversationId, presence } = options;
  const store = createStore<TeamState>(() => empty);
  const change = (to: Partial<TeamState>): void => store.setState(to);
  let round = 0;
  let reading = 0;
  /** Since the last reading began: newer than what it answers. */
  let told: Partial<TalkTeam> = {};
  let epoch = 0;
  let isOver = false;
  let cancelTelling = (): void => {};

  function tell(news: Partial<TalkTeam>): void {
    if (isOver) return;
    told = { ...told, ...news };
    change(news);
  }

  function learn(note: Note): void {
    change({ notes: inOrder([...store.getState().notes.filter(({ id }) => id !== note.id), note]) });
  }

  async function reload(): Promise<void> {
    reading += 1;
    const mine = reading;
    told = {};
    try {
      const team = await api.readTeam(conversationId);
      if (isOver || mine !== reading) return;
      const heard = store.getState().notes.filter(({ id }) => !team.notes.some((note) => note.id === id));
      change({ ...team, ...told, notes: inOrder([...team.notes, ...heard]), phase: "ready" });
    } catch {
      if (!isOver && mine === reading) change(store.getState().phase === "ready" ? {} : { phase: "failed" });
    }
  }

  async function sayViewing(): Promise<void> {
    const outcome = await client.request("viewing:set", { conversationId, on: true });
    if (outcome.ok) tell({ viewers: outcome.viewers });
  }

  function tellViewing(): void {
    if (isOver || presence === "unseen") return;
    void sayViewing();
    cancelTelling = client.timers.after(tellViewingEveryMs, tellViewing);
  }

  function followConnection(): void {
    const connection = client.connection.getSnapshot();
    if (connection.status !== "online" || connection.round === round) return;
    round = connection.round;
    cancelTelling();
    tellViewing();
    void reload();
  }

  /** Who passes a talk on, or loses it, takes part no more; nobody is told of that by itself. */
  function heardOwner(next: number): void {
    if (next <= epoch) return;
    epoch = next;
    void reload();
  }

  const leave = [
    client.on("conversation:changed", ({ conversation }) => {
      if (conversation.id === conversationId) heardOwner(conversation.epoch);
    }),
    client.on("ownership:lost", (fact) => {
      if (fact.conversationId === conversationId) heardOwner(fact.epoch);
    }),
    client.on("note:posted", ({ note }) => {
      if (note.conversationId === conversationId) learn(note);
    }),
    client.on("participants:changed", (fact) => {
      if (fact.conversationId === conversationId) tell({ participants: fact.participants });
    }),
    client.on("viewing:changed", (fact) => {
      if (fact.conversationId === conversationId) tell({ viewers: fact.viewers });
    }),
    client.connection.subscribe(followConnection),
  ];
  followConnection();

  return {
    store,
    reload,
    learn,
    setTags: (tags) => tell({ tags: [...tags] }),
    stop() {
      isOver = true;
      cancelTelling();
      if (presence === "seen") void client.request("viewing:set", { conversationId, on: false });
      for (const end of leave) end();
    },
  };
}

/** By the message they stand after, then in the order of writing; no clock is asked. */
function inOrder(notes: readonly Note[]): Note[] {
  return [...notes].sort(
    (one, other) => one.afterSeq - other.afterSeq || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );
}
