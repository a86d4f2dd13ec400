import { z } from "zod";
import type { Person } from "../../contract/index.js";
import { createTypedEvents, type TypedEvents } from "../../conversation/index.js";
import type { Bell } from "../../store/index.js";

/** Pages say again that they look well within this; one that went without a word is forgotten after it. */
const viewingTtlMs = 45_000;

const seenSchema = z.strictObject({
  conversationId: z.string(),
  /** The page that shows it: a person may have several. */
  pageId: z.string(),
  id: z.string(),
  name: z.string(),
  on: z.boolean(),
});
type Seen = z.infer<typeof seenSchema>;

/** Which agents have a talk open now. Soft: kept in memory, told between nodes, forgotten by itself. */
export interface Viewing {
  readonly events: TypedEvents<{ changed: [conversationId: string] }>;
  set(seen: Seen): void;
  /** A page is gone, with its socket: at once, not after a while. */
  left(pageId: string): void;
  of(conversationId: string): Person[];
  /** Forgets those who went without a word. */
  sweep(): void;
}

export function createViewing({ bell, now }: { bell: Bell; now: () => number }): Viewing {
  const events = createTypedEvents<{ changed: [conversationId: string] }>();
  const viewers = new Map<string, Map<string, Person & { readonly until: number }>>();

  const idsIn = (conversationId: string): string[] =>
    [...(viewers.get(conversationId)?.values() ?? [])].map(({ id }) => id);

  function note({ conversationId, pageId, id, name, on }: Seen): void {
    const before = idsIn(conversationId).includes(id);
    const here = viewers.get(conversationId) ?? new Map();
    if (on) here.set(pageId, { id, name, until: now() + viewingTtlMs });
    else here.delete(pageId);
    if (here.size === 0) viewers.delete(conversationId);
    else viewers.set(conversationId, here);
    if (before !== idsIn(conversationId).includes(id)) events.emit("changed", conversationId);
  }

  function set(seen: Seen): void {
    note(seen);
    bell.ring("viewing", JSON.stringify(seen));
  }

  bell.on("viewing", (payload) => {
    const seen = seenSchema.safeParse(JSON.parse(payload));
    if (seen.success) note(seen.data);
  });

  return {
    events,
    set,
    left: (pageId) => {
      for (const [conversationId, here] of viewers) {
        const page = here.get(pageId);
        if (page !== undefined) set({ conversationId, pageId, id: page.id, name: page.name, on: false });
      }
    },
    of: (conversationId) => {
      const pages = [...(viewers.get(conversationId)?.values() ?? [])];
      return [...new Map(pages.map(({ id, name }) => [id, { id, name }])).values()];
    },
    sweep: () => {
      for (const [conversationId, here] of viewers) {
        for (const [pageId, { id, name, until }] of here) {
          if (until < now()) note({ conversationId, pageId, id, name, on: false });
        }
      }
    },
  };
}
