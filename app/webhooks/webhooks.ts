import { type Seal, SealError, sealedFor } from "../../config/index.js";
import type { Delivery, DeliveryQuery, WebhookBody, WebhookTry } from "../../contract/index.js";
import { AppError, webhookEvents } from "../../contract/index.js";
import { newId, type Store } from "../../store/index.js";
import { createPause } from "../outgoing/index.js";
import { createWebhookAdmin, type WebhookAdmin } from "./admin.js";
import {
  claimDelivery,
  type DueDelivery,
  dueDeliveries,
  dueWebhooks,
  listDeliveries,
  markDone,
  markFailed,
  replay,
} from "./deliveries.js";
import { giveOut } from "./give-out.js";
import type { Post, Posted } from "./post.js";
import { sign } from "./sign.js";
import { requireWebhook } from "./webhook-rows.js";

/** Of one receiver. Each is served by itself: one that is slow holds up nobody else. */
const atOnce = 4;
const firstPauseMs = 5000;
const longestPauseMs = 7_200_000;
/** With these pauses about fifteen hours. */
export const triesMost = 18;
const keepSentMs = 3 * 24 * 3_600_000;
const keepDeadMs = 30 * 24 * 3_600_000;

export interface Webhooks extends WebhookAdmin {
  /** Gives out new facts and begins to send what is due; run it every second. Of several nodes one sends each. */
  look(): Promise<void>;
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>;
  /** Sends a `ping` at once, and tells what came of it. */
  ping(id: string): Promise<WebhookTry>;
  deliveries(
    id: string,
    query: DeliveryQuery,
  ): Promise<{ readonly items: Delivery[]; readonly next?: string }>;
  /** Sends one delivery again that was given up. */
  replay(deliveryId: string): Promise<void>;
  /** Sends again all that were given up; answers how many. */
  replayAll(id: string): Promise<number>;
  /** Forgets what was told three days ago, and what was given up a month ago. */
  forgetOld(): Promise<void>;
  /** Cuts off what is under way; it is sent again later, under the same event id. */
  stop(): Promise<void>;
}

export interface WebhooksOptions {
  readonly store: Store;
  readonly seal: Seal;
  readonly now: () => number;
  readonly post: Post;
  readonly mayBePrivate: boolean;
  /** The thing a fact is about, as it is now; nothing when it is gone. */
  readonly read: (
    fact: Pick<DueDelivery, "type" | "object_id" | "conversation_id" | "detail">,
  ) => Promise<WebhookBody["data"]>;
  readonly failed: (error: unknown) => void;
  /** 0 to 1. */
  readonly random?: () => number;
}

/** Facts told to other programs: signed, tried again, in order within a conversation, at least once. */
export function createWebhooks(options: WebhooksOptions): Webhooks {
  const { store, seal, now, post, random = Math.random } = options;
  const { db } = store;
  const stopping = new AbortController();
  /** Webhooks to which this node is sending. */
  const served = new Map<string, Promise<void>>();

  async function sendOne(due: DueDelivery): Promise<void> {
    if (stopping.signal.aborted || !(await claimDelivery(db, due, now()))) return;
    const posted = await sendBody(due);
    if (stopping.signal.aborted && !posted.isTaken) return;
    if (posted.isTaken) {
      return markDone(db, due.id, { state: "sent", status: posted.status, reason: null, at: now() });
    }
    const tried = due.attempts + 1;
    const outcome = { status: posted.status ?? null, reason: posted.reason };
    if (tried >= triesMost) return markDone(db, due.id, { state: "dead", ...outcome, at: now() });
    return markFailed(db, due.id, { ...outcome, next_at: now() + pauseMs(tried, random()) });
  }

  async function sendBody(due: DueDelivery): Promise<Posted> {
    const body = await bodyOf(due).catch(options.failed);
    if (body === undefined) return { isTaken: false, reason: "The desk could not read what it is about." };
    return send(
      { ...due, id: due.webhook_id },
      { eventId: due.fact_id, type: due.type, body: JSON.stringify(body) },
    );
  }

  /** Everything that is due to one webhook. */
  async function serve(webhookId: string): Promise<void> {
    while (!stopping.signal.aborted) {
      const due = await dueDeliveries(db, { webhookId, at: now(), limit: atOnce });
      if (due.length === 0) return;
      await Promise.all(due.map(sendOne));
    }
  }

  async function send(
    hook: Signing,
    { eventId, type, body }: { readonly eventId: string; readonly type: string; readonly body: string },
  ): Promise<Posted> {
    const at = now();
    const secrets = secretsOf(seal, hook, at);
    if (secrets instanceof SealError) return { isTaken: false, reason: secrets.message };
    const headers = sign({ secrets, type, eventId }, { body, at });
    return post({ url: hook.url, headers, body }, stopping.signal);
  }

  async function bodyOf(due: DueDelivery): Promise<WebhookBody> {
    const type = webhookEvents.find((one) => one === due.type);
    if (type === undefined) throw new Error(`Nothing is known of the event ${due.type}.`);
    const data = await options.read(due);
    return {
      id: due.fact_id,
      type,
      at: due.at,
      objectId: due.object_id,
      ...(due.conversation_id === null ? {} : { conversationId: due.conversation_id }),
      ...(due.detail === null || type === "message.posted" ? {} : { state: due.detail }),
      ...(data === undefined ? {} : { data }),
    };
  }

  return {
    ...createWebhookAdmin(options),
    look: async () => {
      while ((await giveOut(store, now)) > 0) if (stopping.signal.aborted) return;
      for (const id of await dueWebhooks(db, now())) {
        if (served.has(id)) continue;
        const serving = serve(id).catch(options.failed);
        served.set(id, serving);
        void serving.finally(() => served.delete(id));
      }
    },
    idle: async () => {
      await Promise.all(served.values());
    },
    ping: async (id) => {
      const hook = await requireWebhook(db, id);
      const eventId = newId();
      const body: WebhookBody = { id: eventId, type: "ping", at: now(), objectId: id };
      const posted = await send(hook, { eventId, type: "ping", body: JSON.stringify(body) });
      const { isTaken: ok, ...outcome } = posted;
      return { ok, ...outcome };
    },
    deliveries: async (id, query) => {
      await requireWebhook(db, id);
      return listDeliveries(db, id, query);
    },
    replay: async (id) => {
      if ((await replay(db, { id }, now())) > 0) return;
      throw new AppError("webhook/not-found", "There is no such delivery that was given up.");
    },
    replayAll: async (id) => {
      await requireWebhook(db, id);
      return replay(db, { webhookId: id }, now());
    },
    forgetOld: async () => {
      for (const [state, keepMs] of [
        ["sent", keepSentMs],
        ["dead", keepDeadMs],
      ] as const) {
        await db
          .deleteFrom("webhook_delivery")
          .where("state", "=", state)
          .where("done_at", "<", now() - keepMs)
          .execute();
      }
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(served.values());
    },
  };
}

type Signing = Pick<DueDelivery, "url" | "secret" | "former_secret" | "former_until"> & {
  readonly id: string;
};

/** The present one first. */
function secretsOf(
  seal: Seal,
  { id, secret, former_secret, former_until }: Signing,
  at: number,
): string[] | SealError {
  const former = former_secret !== null && (former_until ?? 0) > at ? [former_secret] : [];
  try {
    return [secret, ...former].map((one) => seal.open(one, sealedFor.webhook(id)));
  } catch (error) {
    if (error instanceof SealError) return error;
    throw error;
  }
}

export const pauseMs = createPause({ firstMs: firstPauseMs, longestMs: longestPauseMs });
