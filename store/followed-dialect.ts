import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  QueryResult,
  TransactionSettings,
} from "kysely";
import type { Trail } from "../contract/index.js";
import { throwAsOfStore } from "./away.js";

interface Following {
  readonly trail: Trail;
  readonly engine: "sqlite" | "postgres";
}

/**
 * The same dialect, whose statements are known by the request they are sent for: each is a span of its trace, and on
 * PostgreSQL its text begins with the request's id, as `pg_stat_activity` and the log of slow statements show it.
 * SQLite's texts stay as they are: it keeps statements prepared by their text, and nobody else sees them.
 */
export function followed(dialect: Dialect, following: Following): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new FollowedDriver(dialect.createDriver(), following),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

class FollowedDriver implements Driver {
  readonly #driver: Driver;
  readonly #following: Following;

  constructor(driver: Driver, following: Following) {
    this.#driver = driver;
    this.#following = following;
  }

  init(): Promise<void> {
    return this.#driver.init();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new FollowedConnection(
      await this.#driver.acquireConnection().catch(throwAsOfStore),
      this.#following,
    );
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#driver.beginTransaction(inside(connection), settings).catch(throwAsOfStore);
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    const { trail, engine } = this.#following;
    return trail.span("sql commit", { "db.system.name": engine }, () =>
      this.#driver.commitTransaction(inside(connection)).catch(throwAsOfStore),
    );
  }

  rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#driver.rollbackTransaction(inside(connection));
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#driver.releaseConnection(inside(connection));
  }

  destroy(): Promise<void> {
    return this.#driver.destroy();
  }
}

class FollowedConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  readonly #following: Following;

  constructor(inner: DatabaseConnection, following: Following) {
    this.inner = inner;
    this.#following = following;
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { trail, engine } = this.#following;
    const run = () =>
      this.inner.executeQuery<R>(engine === "postgres" ? signed(query, trail) : query).catch(throwAsOfStore);
    return trail.span(nameOf(query.sql), { "db.system.name": engine, "db.query.text": query.sql }, run);
  }

  streamQuery<R>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<R>> {
    return this.inner.streamQuery<R>(query, chunkSize);
  }
}

function inside(connection: DatabaseConnection): DatabaseConnection {
  return connection instanceof FollowedConnection ? connection.inner : connection;
}

/** Ids consist of what `readRequestId` allows, so none can end the comment. */
function signed(query: CompiledQuery, trail: Trail): CompiledQuery {
  const requestId = trail.requestId();
  return requestId === undefined ? query : { ...query, sql: `/* request ${requestId} */ ${query.sql}` };
}

function nameOf(text: string): string {
  return `sql ${/^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? "statement"}`;
}
