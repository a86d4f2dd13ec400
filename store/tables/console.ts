/** Words of a colleague for colleagues; never part of the message log. */
export interface NoteTable {
  id: string;
  conversation_id: string;
  /** The last message there was when it was written: where it stands in the talk. */
  after_seq: number;
  author_id: string;
  /** Whom a supervisor whispers to. */
  to_id: string | null;
  client_note_id: string;
  text: string;
  created_at: number;
}

export interface NoteMentionTable {
  note_id: string;
  conversation_id: string;
  account_id: string;
}

/** An agent beside the owner who may write; the owner needs no row. */
export interface ParticipantTable {
  conversation_id: string;
  account_id: string;
  added_by: string;
  joined_at: number;
  left_at: number | null;
}

export interface MergedTalkTable {
  from_id: string;
  into_id: string;
  merged_at: number;
  merged_by: string;
}

export interface CannedReplyTable {
  id: string;
  shortcut: string;
  title: string;
  texts_json: string;
  /** Whose members may use it; everybody where both are null. */
  group_id: string | null;
  owner_id: string | null;
  created_at: number;
  updated_at: number;
  updated_by: string;
}

export interface TagTable {
  object_type: string;
  object_id: string;
  name: string;
  added_by: string;
  added_at: number;
}

export interface PushKeyTable {
  name: string;
  public_key: string;
  private_key: string;
}

/** One browser in which one person wants to be notified. */
export interface PushSubscriptionTable {
  id: string;
  account_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  locale: string;
  created_at: number;
}

export interface RotaShiftTable {
  id: string;
  group_id: string;
  position: number;
  shift_json: string;
}
