import { type Config, createPush, createRotas } from "../../config/index.js";
import type { Bell, Store } from "../../store/index.js";
import { createNotify } from "./notify.js";

/** Who is on call, the browsers that want to be told, and the telling. */
export function createNotifying(parts: {
  readonly config: Config;
  readonly store: Store;
  readonly bell: Bell;
  /** Where push services reach the operator. */
  readonly subject: () => string;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}) {
  const { config, store, bell, subject, now, failed } = parts;
  const rotas = createRotas({ store, now });
  const push = createPush({ store, now, services: config.push.services, subject, failed });
  return { rotas, push, notify: createNotify({ store, rotas, push, bell, failed }) };
}
