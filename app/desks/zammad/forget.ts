import { z } from "zod";
import { parseAnswer } from "../rest.js";
import { DeskError, type Forgetting } from "../ticket-desk.js";
import type { ZammadCalls } from "./words.js";

const ticketSchema = z.looseObject({ id: z.int(), customer_id: z.int() });
const personSchema = z.looseObject({ id: z.int(), roles: z.array(z.string()) });
const taskSchema = z.looseObject({
  id: z.int(),
  preferences: z.looseObject({
    customer_tickets: z.array(z.string()).nullish(),
    owner_tickets: z.array(z.string()).nullish(),
  }),
});
const pageSize = "200";

/**
 * Zammad forgets whole customers, with all their tickets (`data_privacy_tasks`; the token needs `admin.data_privacy`). So
 * it is asked only where the customer is nothing else there, and has no ticket but ours: before asking, as far as our
 * account sees, and once more by what the task itself says it will delete. A task that says more is taken back.
 */
export async function forgetCustomer(
  { get, ask, whoAmI }: ZammadCalls,
  ids: readonly string[],
): Promise<Forgetting> {
  const found = (await Promise.all(ids.map((id) => findTicket(get, id)))).filter((one) => one !== undefined);
  const [first, ...others] = new Set(found.map(({ customer_id }) => customer_id));
  if (first === undefined) return { state: "gone" };
  if (first === (await whoAmI()).id) return { state: "remains", reason: "nobody-there" };
  const person = await get(`/users/${first}`, personSchema, { expand: "true" });
  const theirs = await get("/tickets/search", z.array(ticketSchema), {
    "condition[ticket.customer_id][operator]": "is",
    "condition[ticket.customer_id][value]": String(first),
    per_page: pageSize,
  });
  const isOnlyCustomer = person.roles.length === 1 && person.roles[0] === "Customer";
  const isOurs = theirs.every(({ id }) => ids.includes(String(id)));
  if (others.length > 0 || !isOnlyCustomer || !isOurs) return { state: "remains", reason: "more-there" };
  return askFor(ask, first, found.length);
}

async function askFor(ask: ZammadCalls["ask"], customerId: number, ticketsMost: number): Promise<Forgetting> {
  const json = { deletable_type: "User", deletable_id: customerId, preferences: {} };
  try {
    const task = parseAnswer(taskSchema, await ask({ method: "POST", path: "/data_privacy_tasks", json }));
    const { customer_tickets: customers, owner_tickets: owned } = task.preferences;
    if ((customers?.length ?? 0) <= ticketsMost && (owned?.length ?? 0) === 0) return { state: "asked" };
    return { state: "remains", reason: await takeBack(ask, task.id) };
  } catch (error) {
    if (!(error instanceof DeskError) || error.kind !== "refused") throw error;
    // Another node was quicker, or somebody there.
    if (/existing DataPrivacyTask/i.test(error.message)) return { state: "asked" };
    return { state: "remains", reason: /\(403\)$/.test(error.message) ? "no-right" : "refused" };
  }
}

/** Where it cannot be taken back, people must be told at once: it will delete what is not ours. */
async function takeBack(ask: ZammadCalls["ask"], taskId: number): Promise<"more-there" | "undo-there"> {
  try {
    await ask({ method: "DELETE", path: `/data_privacy_tasks/${taskId}` });
    return "more-there";
  } catch (error) {
    if (error instanceof DeskError) return "undo-there";
    throw error;
  }
}

async function findTicket(get: ZammadCalls["get"], id: string) {
  try {
    return await get(`/tickets/${id}`, ticketSchema);
  } catch (error) {
    if (error instanceof DeskError && error.kind === "gone") return undefined;
    throw error;
  }
}
