import { z } from "zod";
import type { Person } from "../../contract/index.js";
import { createTypedEvents, type TypedEvents } from "../../conversation/index.js";
import type { Bell } from "../../store/index.js";

/** Pages say again that they look well within this; one that went without a word is forgotten after it. */
const viewingTtlMs = 45_000;

const seenSchema = z.strictObject({
  conversationId: z.string(),
  id: z.string(),
  name: z.string(),
  on: z.boolean(),
});
type Seen = z.infer<typeof seenSchema>;

/** Which agents have a talk open now. Soft: kept in memory, told between nodes, forgotten by itself. */
export interface Viewing {
  readonly events: TypedEvents<{ changed: [conversationId: string] }>;
  set(seen: Seen): void;
  of(conversationId: string): Person[];
  /** Forgets those who went without a word. */
  sweep(): void;
}

export function createViewing({ bell, now }: { bell: Bell; now: () => number }): Viewing {
  const events = createTypedEvents<{ changed: [conversationId: string] }>();
  const viewers = new Map<string, Map<string, { readonly name: string; readonly until: number }>>();

  function note({ conversationId, id, name, on }: Seen): void {
    const here = viewers.get(conversationId) ?? new Map();
    const wasHere = here.has(id);
    if (on) here.set(id, { name, until: now() + viewingTtlMs });
    else here.delete(id);
    if (here.size === 0) viewers.delete(conversationId);
    else viewers.set(conversationId, here);
    if (wasHere !== on) events.emit("changed", conversationId);
  }

  bell.on("viewing", (payload) => {
    const seen = seenSchema.safeParse(JSON.parse(payload));
    if (seen.success) note(seen.data);
  });

  return {
    events,
    set: (seen) => {
      note(seen);
      bell.ring("viewing", JSON.stringify(seen));
    },
    of: (conversationId) => [...(viewers.get(conversationId) ?? [])].map(([id, { name }]) => ({ id, name })),
    sweep: () => {
      for (const [conversationId, here] of viewers) {
        for (const [id, { name, until }] of here) {
          if (until < now()) note({ conversationId, id, name, on: false });
        }
      }
    },
  };
}
