import type { Principal } from "../contract/index.js";
import type { Caller } from "./handler.js";
import { rooms } from "./rooms.js";

/** What is needed of a socket to ask and to hear through it. */
interface Line {
  readonly id: string;
  readonly data: { readonly principal: Principal };
  join(room: string): Promise<void> | void;
  leave(room: string): Promise<void> | void;
}

export interface CallerOptions {
  followed(conversationId: string): Promise<void>;
  /** Told of a person whose groups changed while something was asked: what was allowed meanwhile is looked at anew. */
  moved(accountId: string): void;
}

/** Who asks one thing now, with the groups of now. */
export function createCaller(line: Line, address: string, options: CallerOptions): Caller {
  const { principal } = line.data;
  return {
    principal,
    socketId: line.id,
    address,
    follow: async (conversationId, side) => {
      await options.followed(conversationId);
      await line.join(rooms.conversation(conversationId, side));
      if (line.data.principal !== principal) options.moved(principal.accountId);
    },
    enter: async (room) => line.join(room),
    leave: async (room) => line.leave(room),
  };
}
