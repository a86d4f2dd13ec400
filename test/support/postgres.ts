import { randomUUID } from "node:crypto";
import pg from "pg";

export const postgresUrl = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";

export interface TestSchema {
  readonly url: string;
  readonly name: string;
  drop(): Promise<void>;
}

/** A schema of its own on the PostgreSQL that is there. */
export async function newSchema(): Promise<TestSchema> {
  const name = `deskhand_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(`create schema ${name}`);
  return { url: postgresUrl, name, drop: () => asAdmin(`drop schema ${name} cascade`) };
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of its own on the PostgreSQL that is there. */
export async function newDatabase(): Promise<TestSchema> {
  const name = `deskhand_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(`create database ${name}`);
  const url = Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).href;
  return { url, name, drop: () => asAdmin(`drop database ${name} with (force)`) };
}
