import { createHash } from "node:crypto";
import { type ChannelOptions, createChannel } from "../../../bot/channel/index.js";
import { createChannelLinks, createConversations, createSilentBell } from "../../../conversation/index.js";
import { newId, type Store } from "../../../store/index.js";
import { appId, type FakeCloud, issuer } from "./fake-cloud.js";

/** A desk with nothing but its log and its door for channels. */
export function createChannelDesk(store: Store, cloud: FakeCloud, changes: Partial<ChannelOptions> = {}) {
  const logged: { level: string; facts: object; sentence: string }[] = [];
  const line = (level: string) => (facts: object, sentence: string) =>
    void logged.push({ level, facts, sentence });
  const log = { info: line("info"), warn: line("warn"), error: line("error") };
  const conversations = createConversations({
    store,
    bell: createSilentBell(),
    now: Date.now,
    failed: (error) => {
      throw error;
    },
  });
  const links = createChannelLinks({ db: store.db, now: Date.now });
  const channel = createChannel({
    appId,
    appPassword: "secret-of-the-bot",
    appType: "MultiTenant",
    loginUrl: `${cloud.url}/tenant`,
    openIdMetadataUrl: `${cloud.url}/openid`,
    tokenIssuer: issuer,
    serviceUrls: [cloud.serviceUrl],
    onLoopback: true,
    timeoutMs: 400,
    conversations,
    links,
    rated: async () => false,
    handedOver: async () => undefined,
    ensureAccount: (person) => ensureAccount(store, `${person.channelId}:${person.externalId}`, person.name),
    now: Date.now,
    log,
    ...changes,
  });
  return { conversations, links, channel, log, logged };
}

async function ensureAccount(store: Store, external: string, name: string) {
  const username = createHash("sha256").update(external).digest("hex");
  await store.db
    .insertInto("account")
    .values({
      id: newId(),
      username,
      name,
      email: null,
      role: "requester",
      locale: null,
      photo_url: null,
      password_hash: null,
      active: 1,
      availability: "available",
      capacity: 0,
      created_at: 0,
    })
    .onConflict((conflict) => conflict.column("username").doNothing())
    .execute();
  const row = await store.db
    .selectFrom("account")
    .select("id")
    .where("username", "=", username)
    .executeTakeFirstOrThrow();
  return { accountId: row.id, name };
}

/** A message as Teams posts it. */
export function messageActivity(cloud: FakeCloud, changes: Record<string, unknown> = {}) {
  return {
    type: "message",
    id: `id-${newId()}`,
    timestamp: "2026-05-04T10:00:00.000Z",
    channelId: "msteams",
    serviceUrl: cloud.serviceUrl,
    from: { id: "29:ana", name: "Ana", aadObjectId: "a" },
    recipient: { id: "28:desk", name: "Desk" },
    conversation: { id: `a:${newId()}`, conversationType: "personal", tenantId: "t" },
    text: "my printer is on fire",
    textFormat: "plain",
    locale: "es-ES",
    entities: [{ type: "clientInfo", locale: "es-ES" }],
    channelData: { tenant: { id: "t" } },
    ...changes,
  };
}
