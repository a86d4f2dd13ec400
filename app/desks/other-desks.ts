import type { StuckTicket } from "../../contract/index.js";
import { AppError } from "../../contract/index.js";
import type { Conversations } from "../../conversation/index.js";
import { stateName } from "../../tickets/index.js";
import { createCall } from "../outgoing/index.js";
import { createOtherDeskAdmin, findDesk, type OtherDeskAdmin } from "./admin.js";
import { type Hook, hearHook } from "./hook.js";
import { createMirror, type Mirror, type MirrorOptions } from "./mirror.js";
import { includeOpen, listStuck, sendAgainIn } from "./stuck-tickets.js";
import { tellRequesterIn } from "./tell-requester.js";

const withinMs = 15_000;
const answerBytesMost = 10 * 1024 * 1024;

export interface OtherDesks extends OtherDeskAdmin, Mirror {
  stuck(): Promise<StuckTicket[]>;
  /** Sends again what was refused, of one ticket or of all; answers how many tickets that were. */
  sendAgain(ticketId?: string): Promise<number>;
  /** Also the tickets that were open before there was an other desk; answers how many there were. */
  includeOpen(): Promise<number>;
  hear(hook: Hook): Promise<void>;
}

export interface OtherDesksOptions
  extends Pick<MirrorOptions, "store" | "tickets" | "files" | "now" | "failed" | "connect" | "random"> {
  readonly conversations: Pick<Conversations, "appendIn" | "announce">;
  /** Told after the commit that a ticket was changed here. */
  readonly changed: (ticketId: string) => void;
  readonly baseUrl: () => string;
  /** Whether the other desk may stand on this machine or in a private network, and be reached without TLS. */
  readonly mayBePrivate: boolean;
  /** For one request; shorter in tests. */
  readonly timeoutMs?: number;
}

/** Tickets that live elsewhere too: the settings, the exchange, and what became of it. */
export function createOtherDesks(options: OtherDesksOptions): OtherDesks {
  const { store, now, mayBePrivate, timeoutMs = withinMs } = options;
  const { db } = store;
  const call = createCall({ mayBePrivate, timeoutMs, answerBytesMost });
  const mirror = createMirror({
    ...options,
    call,
    linkTo: (number) => `${options.baseUrl()}/agent/tickets/${number}`,
    tellIn: async (trx, it) => {
      const deskName = (await findDesk(trx))?.name ?? "";
      const announce = await tellRequesterIn(trx, { ...options, deskName, stateName }, it);
      return () => {
        options.changed(it.ticketId);
        announce();
      };
    },
  });
  return {
    ...createOtherDeskAdmin({ ...options, call }),
    ...mirror,
    stuck: () => listStuck(db),
    sendAgain: (ticketId) => db.transaction().execute((trx) => sendAgainIn(trx, now(), ticketId)),
    includeOpen: async () => {
      const desk = await findDesk(db);
      if (desk === undefined) throw new AppError("other-desk/not-found", "There is no other desk.");
      return includeOpen(db, desk.id, now());
    },
    hear: (hook) => hearHook(db, hook, now()),
  };
}
