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
