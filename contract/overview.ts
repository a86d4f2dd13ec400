import { z } from "zod";

export const overviewQuerySchema = z.object({
  /** Where "today" begins for the reader, ms UTC; the last 24 hours when left out. */
  since: z.coerce.number().int().min(0).optional(),
});

const state = z.enum(["up", "degraded", "down", "trained", "training", "read", "reading", "off"]);

/** What the desk's admin sees first. */
export const overviewSchema = z.object({
  health: z.object({
    status: z.enum(["ready", "degraded", "down"]),
    parts: z.array(
      z.object({
        name: z.enum(["store", "queue", "assistant", "articles", "mail"]),
        kind: z.string(),
        state,
      }),
    ),
  }),
  /** Talks that are with a person, and those that wait for one. */
  withPeople: z.int(),
  waiting: z.int(),
  today: z.object({
    since: z.int(),
    /** In which a requester wrote something. */
    conversations: z.int(),
    /** Of these: a requester said that an article helped, and asked for no person. */
    solved: z.int(),
    /** Of these: asked for a person. */
    handedOver: z.int(),
    ticketsOpened: z.int(),
  }),
});
export type Overview = z.infer<typeof overviewSchema>;
