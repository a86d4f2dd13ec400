import type { Config, Log } from "../config/index.js";
import type { Audit } from "./audit/index.js";
import { createCloseTalk } from "./close-talk.js";
import { createLimits } from "./limits.js";
import { createPrivacy } from "./privacy/index.js";

type PrivacyParts = Parameters<typeof createPrivacy>[0];
type TalkParts = Parameters<typeof createCloseTalk>[0];

/** What guards the desk and those who use it: limits, the record of administrative acts, and privacy. */
export function createGuards(
  parts: Omit<PrivacyParts, "closeTalk" | "endSessionsOf" | "conversations"> &
    TalkParts & {
      readonly config: Config;
      readonly log: Log;
      readonly audit: Audit;
      readonly redis: { readonly commands: Parameters<typeof createLimits>[0]["store"]["redis"] } | undefined;
      readonly endSessionsOf: (accountId: string, reason: "deactivated") => Promise<void>;
      readonly failed: (error: unknown) => void;
    },
) {
  const { config, redis, audit } = parts;
  const closeTalk = createCloseTalk(parts);
  return {
    closeTalk,
    limits: createLimits({
      store: { redis: redis?.commands, prefix: config.redis.prefix },
      ...config.limits,
    }),
    audit,
    privacy: createPrivacy({
      ...parts,
      closeTalk,
      endSessionsOf: (accountId) => parts.endSessionsOf(accountId, "deactivated"),
    }),
  };
}
