import {
  type Channel,
  type ChannelOptions,
  createChannel,
  createDelivery,
  type Delivery,
} from "../bot/channel/index.js";
import type { Config, Log } from "../config/index.js";
import { type Conversations, createChannelLinks, type Files } from "../conversation/index.js";
import type { Store } from "../store/index.js";
import type { Lease } from "./lease.js";
import type { EnsureStranger } from "./strangers.js";

/** The door of Bot Framework channels and what carries answers out of it. */
export function createChannels(parts: {
  readonly config: Config;
  readonly log: Log;
  readonly store: Store;
  readonly ensureStranger: EnsureStranger;
  readonly conversations: Conversations;
  readonly files: Pick<Files, "keysOf">;
  readonly baseUrl: () => string;
  readonly lease: Lease;
  readonly now: () => number;
  /** Takes words after the end of a talk for its rating. */
  readonly rated: ChannelOptions["rated"];
}): { readonly channel: Channel; readonly delivery: Delivery } {
  const { config, log, store, ensureStranger, conversations, files, lease, now, rated } = parts;
  const links = createChannelLinks({ db: store.db, now });
  const channel = createChannel({
    ...config.bot,
    appPassword: config.secrets.microsoftAppPassword,
    onLoopback: config.server.onLoopback,
    conversations,
    links,
    rated,
    now,
    log,
    ensureAccount: async (person) => {
      const { id, name } = await ensureStranger(person);
      return { accountId: id, name };
    },
  });
  const fileLinks = async (ids: readonly string[]) => {
    const keys = await files.keysOf(ids);
    return new Map([...keys].map(([id, key]) => [id, `${parts.baseUrl()}/api/v1/files/${id}?key=${key}`]));
  };
  const { post } = channel;
  return { channel, delivery: createDelivery({ links, conversations, post, fileLinks, lease, now, log }) };
}
