import {
  type Channel,
  type ChannelOptions,
  createChannel,
  createDelivery,
  type Delivery,
} from "../bot/channel/index.js";
import { initiateHandoff, type InitiateParts } from "../bot/handoff-protocol/index.js";
import type { Config, Log } from "../config/index.js";
import { type Conversations, createChannelLinks, type Files } from "../conversation/index.js";
import type { Store } from "../store/index.js";
import { createDirectLine, type DirectLine } from "./direct-line/index.js";
import type { Lease } from "./lease.js";
import { createRestChannel, type RestChannel } from "./rest-channel/index.js";
import { createStrangers } from "./strangers.js";

type DirectLineParts = Omit<
  Parameters<typeof createDirectLine>[0],
  "links" | "ensureStranger" | "rated" | "handedOver"
>;

export interface Channels {
  readonly channel: Channel;
  readonly delivery: Delivery;
  readonly restChannel: RestChannel;
  readonly directLine: DirectLine;
}

/** The doors of those who are not on the desk's own pages, and what carries answers out of them. */
export function createChannels(
  parts: DirectLineParts &
    Parameters<typeof createStrangers>[0] & {
      readonly config: Config;
      readonly log: Log;
      readonly store: Store;
      readonly conversations: Conversations;
      readonly files: Files;
      readonly desk: InitiateParts["desk"];
      readonly lease: Lease;
      /** Takes words after the end of a talk for its rating. */
      readonly rated: ChannelOptions["rated"];
    },
): Channels {
  const { config, log, store, conversations, files, lease, now, rated } = parts;
  const ensureStranger = createStrangers(parts);
  const links = createChannelLinks({ db: store.db, now });
  const handedOver: ChannelOptions["handedOver"] = async ({ accountId, ...handed }) => {
    const person = await parts.personOf(accountId);
    if (person !== undefined) await initiateHandoff(parts, { ...handed, person });
  };
  const channel = createChannel({
    ...config.bot,
    appPassword: config.secrets.microsoftAppPassword,
    onLoopback: config.server.onLoopback,
    conversations,
    links,
    rated,
    handedOver,
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
  return {
    channel,
    delivery: createDelivery({ links, conversations, post, fileLinks, lease, now, log }),
    restChannel: createRestChannel({ ...parts, ensureStranger }),
    directLine: createDirectLine({ ...parts, links, ensureStranger, handedOver }),
  };
}
