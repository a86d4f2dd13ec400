import { createStore, type StoreApi } from "zustand/vanilla";
import type { Consult, Contact } from "../../../../contract/consult.js";
import type { Request } from "../../../../contract/events.js";
import { type ChatClient, isLost, type Outcome } from "../../../chat/index.js";
import { newId } from "../../../chat/new-id.js";
import type { Api } from "../../shared/api.js";
import type { Console } from "../state/console.js";
import {
  type ColleaguesState,
  firstColleaguesState,
  hearConsult,
  hearContact,
  hearOffRecords,
  hearSelected,
  type OwnOffRecord,
} from "./colleagues-state.js";
import { followDirectTalks } from "./follow-direct-talks.js";

const retryPauseMs = 1500;

/** Talks among colleagues without their looks. */
export interface Colleagues {
  readonly store: StoreApi<ColleaguesState>;
  start(request: Omit<Request<"consult:start">, "requestId">): Promise<Outcome<"consult:start">>;
  invite(request: Request<"consult:invite">): Promise<Outcome<"consult:invite">>;
  accept(conversationId: string): Promise<Outcome<"consult:accept">>;
  decline(conversationId: string): void;
  /** Leaves and closes its window (S4-15); what has ended is only closed. */
  leave(conversationId: string): Promise<Outcome<"consult:leave"> | undefined>;
  changeTime(request: Request<"consult:time">): Promise<Outcome<"consult:time">>;
  sendOffRecord(draft: Omit<OwnOffRecord, "clientMessageId" | "state" | "reason">): void;
  resendOffRecord(clientMessageId: string): void;
  discardOffRecord(clientMessageId: string): void;
  select(request: Request<"off-record:select">): void;
  setContact(accountId: string, linked: boolean): Promise<Outcome<"contact:set">>;
  openDirect(contact: Contact): Promise<Outcome<"direct:open"> | undefined>;
  reload(): Promise<void>;
  stop(): void;
}

export interface ColleaguesOptions {
  readonly console: Console;
  readonly client: ChatClient;
  readonly api: Pick<Api, "readConsults" | "readContacts">;
  readonly meId: string;
}

export function createColleagues({ console, client, api, meId }: ColleaguesOptions): Colleagues {
  const store = createStore<ColleaguesState>(() => firstColleaguesState);
  const change = (to: (state: ColleaguesState) => ColleaguesState): void => store.setState(to, true);

  function learn(consult: Consult): void {
    const before = store.getState().consults.get(consult.id);
    change((state) => hearConsult(state, consult, Date.now()));
    if (consult.mine === "invited" && before?.mine !== "invited") console.arrive();
    const known = store.getState().consults.get(consult.id);
    if (known?.mine === "joined" && !known.endedAt) console.open(consult.id);
    else if (known?.mine === "left") console.close(consult.id);
  }

  /** Whoever has the lower id stands on the requester's side of a direct talk. */
  function learnContact(contact: Contact): void {
    if (contact.conversationId) {
      console.stand(contact.conversationId, meId < contact.accountId ? "requester" : "agent");
    }
    change((state) => hearContact(state, contact));
    followDirect();
  }

  async function readOffRecords(conversationId: string): Promise<void> {
    const outcome = await client.request("off-record:sync", { conversationId });
    if (outcome.ok) change((state) => hearOffRecords(state, outcome.items));
  }

  async function reload(): Promise<void> {
    try {
      const [open, contacts] = await Promise.all([api.readConsults("open"), api.readContacts()]);
      // What has ended while the line was away is not among the open ones any more.
      const ids = new Set(open.items.map(({ id }) => id));
      change((state) => ({
        ...state,
        phase: "ready",
        consults: new Map([...state.consults].filter(([id, { endedAt }]) => endedAt || ids.has(id))),
      }));
      for (const consult of open.items) learn(consult);
      for (const contact of contacts.items) learnContact(contact);
      await Promise.all(
        open.items.filter(({ mine }) => mine === "joined").map(({ id }) => readOffRecords(id)),
      );
    } catch {
      change((state) => (state.phase === "ready" ? state : { ...state, phase: "failed" }));
    }
  }

  function put(entry: OwnOffRecord): void {
    change((state) => ({
      ...state,
      ownOffRecords: [
        ...state.ownOffRecords.filter(({ clientMessageId }) => clientMessageId !== entry.clientMessageId),
        entry,
      ],
    }));
  }

  // Under one name: whatever was lost on the way, it is stored once.
  async function push(entry: OwnOffRecord): Promise<void> {
    const { clientMessageId, conversationId, recipientId, text } = entry;
    const request = { clientMessageId, conversationId, recipientId, text };
    const outcome = await client.request("off-record:send", request);
    const isWaiting = store.getState().ownOffRecords.some((own) => own.clientMessageId === clientMessageId);
    if (!isWaiting) return;
    if (outcome.ok) change((state) => hearOffRecords(state, [outcome.offRecord]));
    else if (isLost(outcome)) client.timers.after(retryPauseMs, () => void push(entry));
    else put({ ...entry, state: "failed", reason: outcome.error.code });
  }

  let round = 0;
  function followConnection(): void {
    const connection = client.connection.getSnapshot();
    if (connection.status !== "online" || connection.round === round) return;
    round = connection.round;
    void reload();
  }

  const { follow: followDirect, stop: stopFollowing } = followDirectTalks({
    console,
    idsOf: () => store.getState().contacts.flatMap(({ conversationId }) => conversationId ?? []),
  });

  const leave = [
    stopFollowing,
    client.on("consult:changed", ({ consult }) => learn(consult)),
    client.on("contact:changed", ({ contact }) => learnContact(contact)),
    client.on("off-record:posted", ({ offRecord }) => {
      change((state) => hearSelected(state, { ...toFact(offRecord), on: false }));
      change((state) => hearOffRecords(state, [offRecord]));
    }),
    client.on("off-record:selected", (fact) => change((state) => hearSelected(state, fact))),
    client.connection.subscribe(followConnection),
  ];
  followConnection();

  async function ask(request: Promise<Outcome<"consult:start" | "consult:accept">>) {
    const outcome = await request;
    if (outcome.ok) {
      learn(outcome.consult);
      console.show(outcome.consult.id);
      void readOffRecords(outcome.consult.id);
    }
    return outcome;
  }

  return {
    store,
    start: (request) => ask(client.request("consult:start", { requestId: newId(), ...request })),
    accept: (conversationId) => ask(client.request("consult:accept", { conversationId })),
    async invite(request) {
      const outcome = await client.request("consult:invite", request);
      if (outcome.ok) learn(outcome.consult);
      return outcome;
    },
    decline(conversationId) {
      change((state) => ({
        ...state,
        consults: new Map([...state.consults].filter(([id]) => id !== conversationId)),
      }));
      void client.request("consult:decline", { conversationId });
    },
    async leave(conversationId) {
      const known = store.getState().consults.get(conversationId);
      if (!known || known.endedAt) {
        console.close(conversationId);
        return undefined;
      }
      const outcome = await client.request("consult:leave", { conversationId });
      if (!outcome.ok) return outcome;
      learn(outcome.consult);
      console.close(conversationId);
      return outcome;
    },
    async changeTime(request) {
      const outcome = await client.request("consult:time", request);
      if (outcome.ok) learn(outcome.consult);
      return outcome;
    },
    sendOffRecord(draft) {
      const entry: OwnOffRecord = { ...draft, clientMessageId: newId(), state: "pending" };
      put(entry);
      void push(entry);
    },
    resendOffRecord(clientMessageId) {
      const known = store.getState().ownOffRecords.find((own) => own.clientMessageId === clientMessageId);
      if (!known) return;
      const { reason: _, ...entry } = known;
      put({ ...entry, state: "pending" });
      void push({ ...entry, state: "pending" });
    },
    discardOffRecord(clientMessageId) {
      change((state) => ({
        ...state,
        ownOffRecords: state.ownOffRecords.filter((own) => own.clientMessageId !== clientMessageId),
      }));
    },
    select: (request) => void client.request("off-record:select", request),
    async setContact(accountId, linked) {
      const outcome = await client.request("contact:set", { accountId, linked });
      if (outcome.ok) learnContact(outcome.contact);
      return outcome;
    },
    async openDirect({ accountId, conversationId }) {
      if (conversationId) {
        console.show(conversationId);
        return undefined;
      }
      const outcome = await client.request("direct:open", { accountId });
      if (!outcome.ok) return outcome;
      learnContact(outcome.contact);
      if (outcome.contact.conversationId) console.show(outcome.contact.conversationId);
      return outcome;
    },
    reload,
    stop() {
      for (const end of leave) end();
    },
  };
}

function toFact({
  conversationId,
  sender,
}: {
  conversationId: string;
  sender: { id: string; name: string };
}) {
  return { conversationId, accountId: sender.id, name: sender.name };
}
