import { randomUUID } from "node:crypto";
import pg from "pg";

export const postgresUrl = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";

/** Of one jest worker: no suite sees the schemas of those beside it come and go in the catalog, or waits for their migrations. */
const suitesUrl = urlOf(`deskhand_tests_${process.env.JEST_WORKER_ID ?? 0}`);

/** PostgreSQL's invalid_catalog_name, and what it says to the second of two that create the same database. */
const noDatabase = "3D000";
const isThere = ["42P04", "23505"];

export interface TestSchema {
  readonly url: string;
  readonly name: string;
  drop(): Promise<void>;
}

/** A schema of its own on the PostgreSQL that is there. */
export async function newSchema(): Promise<TestSchema> {
  const name = newName();
  try {
    await run(suitesUrl, `create schema ${name}`);
  } catch (error) {
    if (codeOf(error) !== noDatabase) throw error;
    await createSuitesDatabase();
    await run(suitesUrl, `create schema ${name}`);
  }
  return { url: suitesUrl, name, drop: () => run(suitesUrl, `drop schema ${name} cascade`) };
}

/** A database of its own on the PostgreSQL that is there. */
export async function newDatabase(): Promise<TestSchema> {
  const name = newName();
  await run(postgresUrl, `create database ${name}`);
  return {
    url: urlOf(name),
    name,
    drop: () => run(postgresUrl, `drop database ${name} with (force)`),
  };
}

/** Runs statements in a schema. */
export async function runIn({ url }: TestSchema, statements: string): Promise<void> {
  await run(url, statements);
}

async function createSuitesDatabase(): Promise<void> {
  const name = new URL(suitesUrl).pathname.slice(1);
  await run(postgresUrl, `create database ${name}`).catch((error: unknown) => {
    if (!isThere.includes(codeOf(error) ?? "")) throw error;
  });
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function newName(): string {
  return `deskhand_${randomUUID().replaceAll("-", "")}`;
}

function urlOf(database: string): string {
  return Object.assign(new URL(postgresUrl), { pathname: `/${database}` }).href;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
