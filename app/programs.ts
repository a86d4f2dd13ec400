import { type Config, createApiTokens, isApiToken, type Seal, sealStored } from "../config/index.js";
import type { Principal } from "../contract/index.js";
import type { Store } from "../store/index.js";
import { createAlone } from "./alone.js";
import { createOtherDesks, type OtherDesksOptions } from "./desks/index.js";
import { createKeptAnswers } from "./kept-answers.js";
import { createPost, createReadFact, createWebhooks } from "./webhooks/index.js";

const forgetEveryMs = 3_600_000;
/** After a rolling upgrade: nodes of an older version cannot open what is sealed. */
const sealAfterMs = 3_600_000;

/** What other programs come with and are told: tokens, repeated requests, webhooks, other desks. */
export function createPrograms(
  parts: Parameters<typeof createReadFact>[0] &
    Omit<OtherDesksOptions, "mayBePrivate"> & {
      readonly config: Config;
      readonly store: Store;
      readonly seal: Seal;
      readonly now: () => number;
      readonly failed: (error: unknown) => void;
    },
) {
  const { config, store, seal, now, failed } = parts;
  const { mayBePrivate } = config.webhooks;
  const apiTokens = createApiTokens({ store, now });
  const keptAnswers = createKeptAnswers({ store, now });
  const webhooks = createWebhooks({
    ...{ store, seal, now, failed, mayBePrivate },
    post: createPost({ mayBePrivate }),
    read: createReadFact(parts),
  });
  const otherDesks = createOtherDesks({ ...parts, mayBePrivate });
  let forgetAt = 0;
  const sealAt = now() + sealAfterMs;
  return {
    apiTokens,
    alone: createAlone({ store, now }),
    /** Lets programs in with their tokens, and everybody else as before. Not for sockets: they are for people. */
    admitPrograms:
      (authenticate: (token: string) => Promise<Principal | undefined>) =>
      (token: string): Promise<Principal | undefined> =>
        isApiToken(token) ? apiTokens.principalOf(token) : authenticate(token),
    keptAnswers,
    webhooks,
    otherDesks,
    /** Run it every second. */
    lookAfterPrograms: async () => {
      await webhooks.look();
      await otherDesks.look();
      if (now() < forgetAt) return;
      forgetAt = now() + forgetEveryMs;
      await webhooks.forgetOld();
      await keptAnswers.forgetOld();
      if (now() >= sealAt) await sealStored(store.db, seal);
    },
  };
}
