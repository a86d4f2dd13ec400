/** Why somebody who came back from the identity provider was not let in; the log-in page says it in words. */
export const signOnRefusals = [
  /** The provider does not answer, or not in time. */
  "away",
  /** The person turned back at the provider. */
  "cancelled",
  /** Nothing is known of this log-in: too old, used before, or begun in another browser. */
  "interrupted",
  /** What the provider sent cannot be trusted or used. */
  "failed",
  /** No account is linked yet, and the provider does not vouch for the e-mail address. */
  "unverified",
  /** The address leads to no account that can be linked, and none is made. */
  "unknown",
  /** None of what the provider says of the person is admitted here. */
  "not-assigned",
  /** The account was deactivated, or it is not for single sign-on. */
  "closed",
] as const;
export type SignOnRefusal = (typeof signOnRefusals)[number];
