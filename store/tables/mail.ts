export interface EmailTemplateTable {
  id: string;
  name: string;
  subject_json: string;
  text_json: string;
  created_at: number;
  updated_at: number;
  updated_by: string | null;
}

/** One e-mail from the moment it is written: what is not sent yet, what was, and what could not be. */
export interface MailTable {
  id: string;
  kind: string;
  conversation_id: string | null;
  account_id: string | null;
  address: string;
  locale: string;
  subject: string;
  text: string;
  state: string;
  reason: string | null;
  attempts: number;
  /** When it is tried next; while it is being sent, when another node may try. */
  next_at: number;
  created_at: number;
  sent_at: number | null;
  /** Token of the `mail_thread` an answer to it belongs to. */
  thread: string | null;
}

/** A party to whom somebody has written while they were not there; goes when they come back. */
export interface AbsenceTable {
  conversation_id: string;
  account_id: string;
  /** The first message they have missed. */
  from_seq: number;
  /** When they are told, unless they are back by then. */
  due_at: number;
  mail_id: string | null;
}

/** A talk or a ticket as one person has it by mail. Its token stands in the address they answer to. */
export interface MailThreadTable {
  token: string;
  /** "talk" or "ticket". */
  kind: string;
  object_id: string;
  account_id: string;
  /** The newest mail that came from them, which the next e-mail to them answers. */
  last_message_id: string | null;
  created_at: number;
}

/** One mail that came in, from the moment it was stored. */
export interface ArrivalTable {
  id: string;
  /** A hash of what makes it this mail: the same one comes in once, by whatever way. */
  name: string;
  /** "imap" or "http". */
  source: string;
  /** "waiting", "asked" (the assistant's answer is to be mailed), "done", "ignored" or "aside". */
  state: string;
  /** Why it was ignored or set aside. */
  reason: string | null;
  /** The same in somebody's words: of a mail server, of the desk. */
  detail: string | null;
  /** Address in lower case; empty where there is none. */
  sender: string;
  subject: string;
  message_id: string | null;
  /** "proven" or "unproven": whether its sender is who it says; null where nobody looked. */
  proof: string | null;
  size: number;
  account_id: string | null;
  thread: string | null;
  conversation_id: string | null;
  /** Number of the message it became, while the assistant has to answer it. */
  asked_seq: number | null;
  /** An admin wants it taken although it looks automatic. */
  is_forced: number;
  attempts: number;
  /** When it is tried next; while it is being taken, when another node may try. */
  next_at: number;
  created_at: number;
  done_at: number | null;
}

/** The mail as it came, kept while it is needed. */
export interface ArrivalRawTable {
  arrival_id: string;
  bytes: Uint8Array | ArrayBuffer;
}

/** How far the mailbox has been read, and how it is. */
export interface MailboxTable {
  name: string;
  uid_validity: string | null;
  last_uid: number;
  /** "connected" or "away". */
  state: string;
  reason: string | null;
  looked_at: number | null;
  changed_at: number;
}
