import webPush from "web-push";
import { AppError, type Locale, localeSchema } from "../../contract/index.js";
import type { PushSubscription } from "../../contract/team/index.js";
import { type Db, newId, type Row, type Store } from "../../store/index.js";
import type { Seal } from "../seal.js";
import { sealedFor } from "../sealed-columns.js";

/** The push services of the browsers there are; an operator may name others. */
const knownServices = [
  /^fcm\.googleapis\.com$/,
  /^(?:[a-z0-9-]+\.)*push\.services\.mozilla\.com$/,
  /^(?:[a-z0-9-]+\.)+notify\.windows\.com$/,
  /^(?:[a-z0-9-]+\.)*push\.apple\.com$/,
];
const keyName = "vapid";
const sendTimeoutMs = 10_000;
const lifetimeSeconds = 600;
/** One person does not fill the table with browsers. */
const browsersMax = 20;

export interface PushNotice {
  /** One that is shown already is replaced, so that nobody is told twice. */
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  /** Where a click leads: a path of this desk. */
  readonly path: string;
}

/** Notifications in browsers in which their person asked for them (S3-13, S3-14). */
export interface Push {
  publicKey(): Promise<string>;
  subscribe(accountId: string, subscription: PushSubscription): Promise<void>;
  unsubscribe(accountId: string, endpoint: string): Promise<void>;
  /** Tells every browser of these people; one that is gone is forgotten. Never rejects. */
  tell(accountIds: readonly string[], noticeIn: (locale: Locale) => PushNotice): Promise<void>;
}

export function createPush(options: {
  readonly store: Store;
  readonly seal: Seal;
  readonly now: () => number;
  /** Origins of push services beside the known ones. */
  readonly services: readonly string[];
  /** Who a push service turns to: an address of the desk. */
  readonly subject: () => string;
  readonly failed: (error: unknown) => void;
}): Push {
  const { store, seal, now, failed } = options;
  const { db } = store;

  async function send(row: Row<"push_subscription">, notice: PushNotice): Promise<void> {
    if (!isAllowed(row.endpoint, options.services)) return;
    const { public_key, private_key } = await readKeys(db, seal);
    const request = webPush.generateRequestDetails(
      { endpoint: row.endpoint, keys: { p256dh: row.p256dh, auth: row.auth } },
      JSON.stringify(notice),
      {
        vapidDetails: {
          subject: toSubject(options.subject()),
          publicKey: public_key,
          privateKey: seal.open(private_key, sealedFor.pushKey(keyName)),
        },
        TTL: lifetimeSeconds,
        urgency: "high",
      },
    );
    const response = await fetch(row.endpoint, {
      method: "POST",
      headers: toHeaders(request.headers),
      body: new Uint8Array(request.body ?? Buffer.alloc(0)),
      // An allowed service that sends elsewhere would be a way around the list.
      redirect: "manual",
      signal: AbortSignal.timeout(sendTimeoutMs),
    });
    await response.body?.cancel();
    if (response.status === 404 || response.status === 410) {
      await db.deleteFrom("push_subscription").where("id", "=", row.id).execute();
    } else if (!response.ok) failed(new Error(`A push service answered ${response.status}.`));
  }

  return {
    publicKey: async () => (await readKeys(db, seal)).public_key,
    subscribe: async (accountId, { endpoint, keys, locale }) => {
      if (!isAllowed(endpoint, options.services)) {
        throw new AppError("push/refused", "This browser's push service is not one the desk sends to.");
      }
      const person = {
        account_id: accountId,
        p256dh: keys.p256dh,
        auth: keys.auth,
        locale,
        created_at: now(),
      };
      await db
        .insertInto("push_subscription")
        .values({ id: newId(), endpoint, ...person })
        .onConflict((conflict) => conflict.column("endpoint").doUpdateSet(person))
        .execute();
      await forgetOldest(db, accountId);
    },
    unsubscribe: async (accountId, endpoint) => {
      await db
        .deleteFrom("push_subscription")
        .where("account_id", "=", accountId)
        .where("endpoint", "=", endpoint)
        .execute();
    },
    tell: async (accountIds, noticeIn) => {
      if (accountIds.length === 0) return;
      const rows = await db
        .selectFrom("push_subscription")
        .selectAll()
        .where("account_id", "in", [...accountIds])
        .execute();
      await Promise.all(rows.map((row) => send(row, noticeIn(localeSchema.parse(row.locale))).catch(failed)));
    },
  };
}

/** Push services want to know whom to turn to: an address by https, or by e-mail. */
function toSubject(address: string): string {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" ? address : `mailto:desk@${hostname}`;
}

/** Only push services are called, so that nobody makes the desk call a machine of its own network (S21). */
export function isAllowed(endpoint: string, services: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const url = new URL(endpoint);
  if (url.username !== "" || url.password !== "") return false;
  if (services.includes(url.origin)) return true;
  return (
    url.protocol === "https:" && url.port === "" && knownServices.some((host) => host.test(url.hostname))
  );
}

/** Made once; of several nodes that start at once all use the one that was stored first. */
async function readKeys(db: Db, seal: Seal): Promise<Row<"push_key">> {
  const known = await db.selectFrom("push_key").selectAll().where("name", "=", keyName).executeTakeFirst();
  if (known !== undefined) return known;
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  await db
    .insertInto("push_key")
    .values({
      name: keyName,
      public_key: publicKey,
      private_key: seal.seal(privateKey, sealedFor.pushKey(keyName)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return readKeys(db, seal);
}

async function forgetOldest(db: Db, accountId: string): Promise<void> {
  const rows = await db
    .selectFrom("push_subscription")
    .select("id")
    .where("account_id", "=", accountId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  const old = rows.slice(browsersMax).map((row) => row.id);
  if (old.length > 0) await db.deleteFrom("push_subscription").where("id", "in", old).execute();
}

function toHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name.toLowerCase() === "content-length" ? [] : [[name, String(value)]],
    ),
  );
}
