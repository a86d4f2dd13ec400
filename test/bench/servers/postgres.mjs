import { randomUUID } from "node:crypto";
import pg from "pg";

const url = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";

/** A schema of its own in the PostgreSQL the tests use; `undefined` when none answers. */
export async function openSchema() {
  const schema = `deskhand_bench_${randomUUID().replaceAll("-", "")}`;
  try {
    await query(`create schema ${schema}`);
  } catch {
    return undefined;
  }
  return { databaseUrl: url, schema, drop: () => query(`drop schema ${schema} cascade`) };
}

/** The server's version, or `undefined` when none answers. */
export async function postgresVersion() {
  try {
    const { rows } = await query("show server_version");
    return rows[0].server_version;
  } catch {
    return undefined;
  }
}

async function query(statement) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
