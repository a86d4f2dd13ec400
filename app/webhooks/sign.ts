import { createHmac, randomBytes } from "node:crypto";

/** What a receiver checks with; shown once. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString("base64url")}`;
}

/**
 * The headers of one try, with one signature by each of these secrets: while a secret is renewed a receiver may know
 * either of them. The signature covers the time, so that an old request cannot be sent again as a
 * new one.
 */
export function sign(
  {
    secrets,
    type,
    eventId,
  }: { readonly secrets: readonly string[]; readonly type: string; readonly eventId: string },
  { body, at }: { readonly body: string; readonly at: number },
): Record<string, string> {
  const time = String(Math.floor(at / 1000));
  const signatures = secrets.map(
    (secret) => `v1=${createHmac("sha256", secret).update(`${time}.${body}`).digest("hex")}`,
  );
  return {
    "Content-Type": "application/json; charset=utf-8",
    "User-Agent": "Deskhand-Webhook/1",
    "Deskhand-Event": type,
    "Deskhand-Event-Id": eventId,
    "Deskhand-Time": time,
    "Deskhand-Signature": signatures.join(","),
  };
}
