import { Gauge, type Registry } from "prom-client";
import type { Store } from "../../store/index.js";

/** How many open tickets are past a due time, for whoever watches the desk from outside. */
export function countBreaches(parts: {
  readonly store: Store;
  readonly registers: Registry[];
  readonly now: () => number;
}): void {
  const { store, registers, now } = parts;
  new Gauge({
    name: "deskhand_agreement_breaches",
    help: "Open tickets past the due time of their agreement",
    labelNames: ["target"],
    registers,
    async collect() {
      this.set({ target: "response" }, await late(store, "response_due_at", now()));
      this.set({ target: "resolution" }, await late(store, "resolve_due_at", now()));
    },
  });
}

async function late({ db }: Store, due: "response_due_at" | "resolve_due_at", now: number): Promise<number> {
  let query = db
    .selectFrom("ticket")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("settled_at", "is", null)
    .where("paused_at", "is", null)
    .where(due, "<", now);
  if (due === "response_due_at") query = query.where("responded_at", "is", null);
  return Number((await query.executeTakeFirst())?.count ?? 0);
}
