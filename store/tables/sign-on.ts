/** An account that somebody of an identity provider uses; found by these two names and nothing else. */
export interface SignOnLinkTable {
  issuer: string;
  subject: string;
  account_id: string;
  /** What the provider gave at the last log-in, and may therefore take away at the next. */
  given_role: string | null;
  given_groups_json: string;
  created_at: number;
  last_used_at: number;
}

/** A log-in that began here and goes on at the provider; used once. */
export interface SignOnBegunTable {
  state_hash: string;
  /** Of what only the browser that began it has. */
  browser_hash: string;
  nonce: string;
  /** Proves to the provider that who brings the code is who asked for it (PKCE). */
  verifier: string;
  return_to: string | null;
  ends_at: number;
}

/** What is known of a session that an identity provider vouched for. */
export interface SignOnSessionTable {
  session_id: string;
  issuer: string;
  subject: string;
  /** The provider's own name for the session there. */
  sid: string | null;
  /** Shown to the provider at the log-out, so that it need not ask. */
  id_token: string | null;
}

/** A log-out that the provider told of; each counts once. */
export interface SignOnEndedTable {
  issuer: string;
  jti: string;
  sid: string | null;
  subject: string | null;
  issued_at: number;
  /** 1 when the sessions are ended; until then a repeat goes on with it. */
  is_done: number;
  ends_at: number;
}

/** A person whom the company's directory keeps here. */
export interface ProvisionedPersonTable {
  account_id: string;
  /** The directory's own id for the person. */
  external_id: string | null;
  user_name: string;
  /** The same as it is compared; of all who are not gone nobody else has it. */
  user_name_key: string;
  /** The names and addresses as the directory wrote them. */
  said_json: string;
  /** What the directory said last; the account may be closed by hand beside it. */
  is_active: number;
  /** 1 once the directory has deleted the person: the account stays, closed. */
  is_gone: number;
  /** What the directory's groups gave, and may therefore take away. */
  given_role: string | null;
  given_groups_json: string;
  version: number;
  created_at: number;
  updated_at: number;
}

/** A group of the company's directory; rules say what it gives here. */
export interface ProvisionedGroupTable {
  id: string;
  external_id: string | null;
  name: string;
  name_key: string;
  version: number;
  created_at: number;
  updated_at: number;
}

export interface ProvisionedMemberTable {
  group_id: string;
  account_id: string;
}
