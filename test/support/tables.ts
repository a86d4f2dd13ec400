import type { TableMetadata } from "kysely";
import type { Store } from "../../store/index.js";

/**
 * The tables of this store. On PostgreSQL Kysely looks at every schema; one that another suite drops meanwhile ends the
 * look (3F000), and it is taken again.
 */
export async function readTables(store: Store, schema: string | undefined): Promise<TableMetadata[]> {
  for (;;) {
    try {
      const tables = await store.db.introspection.getTables();
      return tables.filter((table) => schema === undefined || table.schema === schema);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "3F000")) throw error;
    }
  }
}
