import { type Config, createPush, createRotas, type Parameters, type Seal } from "../../config/index.js";
import type { Bell, Store } from "../../store/index.js";
import { messageNoticeParameter } from "../console-settings.js";
import { createNotify } from "./notify.js";
import { createTicketMessageNotices } from "./ticket-messages.js";

/** Who is on call, the browsers that want to be told, and the telling. */
export function createNotifying(parts: {
  readonly config: Config;
  readonly store: Store;
  readonly seal: Seal;
  readonly bell: Bell;
  /** Where push services reach the operator. */
  readonly subject: () => string;
  readonly parameters: Pick<Parameters, "isOn">;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}) {
  const { config, store, seal, bell, subject, now, failed } = parts;
  const rotas = createRotas({ store, now });
  const push = createPush({ store, seal, now, services: config.push.services, subject, failed });
  const isOn = () => parts.parameters.isOn(messageNoticeParameter);
  const ticketMessages = createTicketMessageNotices({ db: store.db, push, bell, isOn, failed });
  return { rotas, push, ticketMessages, notify: createNotify({ store, rotas, push, bell, now, failed }) };
}
