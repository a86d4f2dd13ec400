import type { Consult, ConsultQuery, Contact, Locale, OffRecord, Transcript } from "../contract/index.js";
import type { Bell, Conversations, TypedEvents } from "../conversation/index.js";
import type { Store } from "../store/index.js";
import { type ConsultEvents, createAnnouncer } from "./announcer.js";
import { accept, decline } from "./attend.js";
import { changeTime } from "./chat-time.js";
import type { ClockChange } from "./clock.js";
import { listContacts, openDirect, readContact, setContact } from "./contacts.js";
import type { Colleague, ConsultDesk, ConsultHooks } from "./desk.js";
import { notFound, staffOnly } from "./errors.js";
import { endAbandoned, type Grace } from "./grace.js";
import { type Invitees, invite } from "./invite.js";
import { leave } from "./leave.js";
import { listConsults, readTranscript } from "./messages.js";
import { type OffRecordInput, readOffRecords, requireBoth, sendOffRecord } from "./off-record.js";
import { type StartInput, startConsult } from "./start.js";
import { viewConsults } from "./view.js";

/** A reload, a tunnel, another access point; longer than any of them. */
const defaultGraceMs = 120_000;

export interface ConsultsOptions {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly bell: Bell;
  readonly hooks: ConsultHooks;
  readonly whoIsOnline: Grace["whoIsOnline"];
  readonly graceMs?: number;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

/** Talks among colleagues: consults (S4), direct talks between contacts (S2-38 … S2-45). */
export interface Consults {
  readonly events: TypedEvents<ConsultEvents>;
  start(input: StartInput): Promise<Consult>;
  invite(actor: Colleague, conversationId: string, invitees: Invitees): Promise<Consult>;
  accept(actor: Colleague, conversationId: string): Promise<Consult>;
  decline(actor: Colleague, conversationId: string): Promise<void>;
  leave(actor: Colleague, conversationId: string): Promise<Consult>;
  changeTime(actor: Colleague, conversationId: string, change: ClockChange): Promise<Consult>;
  sendOffRecord(input: OffRecordInput): Promise<OffRecord>;
  /** What this person wrote or got off the record in a consult that goes on. */
  offRecords(actor: Colleague, conversationId: string): Promise<OffRecord[]>;
  /** Tells the chosen participant that the next words may be for them alone (S4-25). */
  selectOffRecord(
    actor: Colleague,
    choice: { readonly conversationId: string; readonly recipientId: string; readonly on: boolean },
  ): Promise<void>;
  list(actor: Colleague, query: ConsultQuery): Promise<{ readonly items: Consult[]; readonly next?: string }>;
  transcript(actor: Colleague, conversationId: string): Promise<Transcript>;
  contacts(actor: Colleague): Promise<Contact[]>;
  contact(ownerId: string, accountId: string): Promise<Contact>;
  setContact(actor: Colleague, accountId: string, link: "linked" | "unlinked"): Promise<Contact>;
  openDirect(actor: Colleague, accountId: string, locale: Locale): Promise<Contact>;
  /** Ends what its originator has abandoned; run it every few seconds. */
  sweep(): Promise<void>;
  /** Finds what no bell told; run it every two seconds at most. */
  catchUp(): Promise<void>;
}

export function createConsults(options: ConsultsOptions): Consults {
  const { store, conversations, now, whoIsOnline, graceMs = defaultGraceMs } = options;
  const { db } = store;
  const announcer = createAnnouncer({ db, bell: options.bell, now, failed: options.failed });
  const desk: ConsultDesk = {
    store,
    conversations,
    hooks: options.hooks,
    now,
    publish: ({ conversationId, messages }) => {
      conversations.announce({ conversationIds: [conversationId], messages });
      announcer.changed(conversationId);
    },
  };

  async function view(actor: Colleague, id: string): Promise<Consult> {
    const [consult] = await viewConsults(db, [id], { viewerId: actor.accountId, now: now() });
    if (consult === undefined) throw notFound();
    return consult;
  }
  const readerOf = ({ accountId }: Colleague) => ({ viewerId: accountId, now: now() });

  return {
    events: announcer.events,
    start: async (input) => view(input.originator, await startConsult(desk, input)),
    invite: async (actor, conversationId, invitees) => {
      await invite(desk, { conversationId, actor, invitees });
      return view(actor, conversationId);
    },
    accept: async (actor, conversationId) => {
      await accept(desk, { conversationId, actor });
      return view(actor, conversationId);
    },
    decline: (actor, conversationId) => decline(desk, { conversationId, actor }),
    leave: async (actor, conversationId) => {
      await leave(desk, { conversationId, actor });
      return view(actor, conversationId);
    },
    changeTime: async (actor, conversationId, change) => {
      await changeTime(desk, { conversationId, actor, change });
      return view(actor, conversationId);
    },
    sendOffRecord: async (input) => {
      const message = await sendOffRecord(desk, input);
      announcer.offRecord(message);
      return message;
    },
    offRecords: (actor, conversationId) => readOffRecords(db, { conversationId, readerId: actor.accountId }),
    selectOffRecord: async (actor, { conversationId, recipientId, on }) => {
      await requireBoth(desk, { conversationId, sender: actor, recipientId });
      announcer.selected({ conversationId, from: actor.accountId, to: recipientId, on });
    },
    list: (actor, query) => listConsults(db, query, readerOf(actor)),
    transcript: (actor, id) => readTranscript(db, id, readerOf(actor)),
    contacts: ({ accountId }) => listContacts(db, accountId),
    contact: (ownerId, accountId) => readContact(db, ownerId, accountId),
    setContact: async (owner, accountId, link) => {
      const contact = await setContact(db, { owner, accountId, linked: link === "linked", now: now() });
      announcer.contact(owner.accountId, accountId);
      return contact;
    },
    openDirect: async (owner, accountId, locale) => {
      const contact = await openDirect(store, { owner, accountId, locale, now: now() });
      announcer.contact(owner.accountId, accountId);
      return contact;
    },
    sweep: () => endAbandoned(desk, { graceMs, whoIsOnline }),
    catchUp: announcer.catchUp,
  };
}

/** Only attendants, supervisors and admins consult each other (S4-1). */
export function requireColleague<P extends { readonly role: Colleague["role"] }>(person: P): P {
  if (person.role === "requester") throw staffOnly();
  return person;
}
