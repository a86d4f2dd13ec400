import { type Channel, createChannel, createDelivery, type Delivery } from "../bot/channel/index.js";
import type { Accounts, Config, Log } from "../config/index.js";
import { type Conversations, createChannelLinks } from "../conversation/index.js";
import type { Store } from "../store/index.js";
import type { Lease } from "./lease.js";

/** The door of Bot Framework channels and what carries answers out of it. */
export function createChannels(parts: {
  readonly config: Config;
  readonly log: Log;
  readonly store: Store;
  readonly accounts: Accounts;
  readonly conversations: Conversations;
  readonly lease: Lease;
  readonly now: () => number;
}): { readonly channel: Channel; readonly delivery: Delivery } {
  const { config, log, store, accounts, conversations, lease, now } = parts;
  const links = createChannelLinks({ db: store.db, now });
  const channel = createChannel({
    ...config.bot,
    appPassword: config.secrets.microsoftAppPassword,
    onLoopback: config.server.onLoopback,
    conversations,
    links,
    now,
    log,
    ensureAccount: async (person) => {
      // People of channels may open tickets by chat like everybody whom a group allows it (S0-6).
      const groupIds = (await accounts.requesterGroups()).map((group) => group.id);
      const { id, name } = await accounts.ensureChannelAccount({ ...person, groupIds });
      return { accountId: id, name };
    },
  });
  return { channel, delivery: createDelivery({ links, conversations, post: channel.post, lease, now, log }) };
}
