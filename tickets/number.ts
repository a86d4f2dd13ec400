import type { Db } from "../store/index.js";

const firstNumber = 1001;

/**
 * The next ticket number. One statement, so that no two transactions ever get the same; the row is held until the
 * transaction ends, and a transaction that fails gives its number back.
 */
export async function nextTicketNumber(trx: Db): Promise<string> {
  const { value } = await trx
    .insertInto("counter")
    .values({ name: "ticket", value: firstNumber })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((eb) => ({ value: eb("counter.value", "+", 1) })),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  return String(value);
}

/** What people write before a ticket number: "#1001", "Nº 1001", "ticket 1001". */
export function plainNumber(text: string): string {
  return text.trim().replace(/^(ticket|chamado|solicitud|n[º°o.]*|#|\s)+/i, "");
}
