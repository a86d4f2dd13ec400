import {
  AppError,
  type AuditCheck,
  type AuditPage,
  type AuditQuery,
  type Principal,
} from "../../contract/index.js";
import {
  type CollectedChange,
  collectChanges,
  createBatcher,
  newId,
  type Store,
  toJson,
} from "../../store/index.js";
import { addEntries, checkChain, type NewEntry } from "./chain.js";
import { readActs } from "./read-acts.js";
import { withoutSecrets } from "./redact.js";

/** Entries of one transaction. */
const batchEntries = 50;

/** What somebody sets out to do. */
export interface Act {
  readonly person: Pick<Principal, "accountId"> & {
    readonly role: Principal["role"] | "operator" | "program";
  };
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly asked: unknown;
}

/** The record of administrative acts. It is only ever added to: no verb of the product changes or removes an entry. */
export interface Audit {
  /**
   * Runs an act between two entries: one before it, so that none runs unrecorded, and one that tells what came of it
   * and what it changed. Throws what the act throws.
   */
  during<T>(act: Act, run: () => Promise<T>): Promise<T>;
  /** The newest acts first. */
  read(query: AuditQuery): Promise<AuditPage>;
  /** Whether every entry is as it was written, and none is missing. */
  check(): Promise<AuditCheck>;
}

export function createAudit(options: {
  readonly store: Store;
  readonly now: () => number;
  /** Told the end of the chain after each act: what stands in the logs cannot be rewritten with the database. */
  readonly told: (head: { readonly seq: number; readonly hash: string }) => void;
  readonly failed: (error: unknown) => void;
}): Audit {
  const { store, now, told } = options;
  const { db } = store;

  const batcher = createBatcher({
    maxItems: batchEntries,
    run: async (entries: readonly NewEntry[]) => {
      const rows = await db.transaction().execute((trx) => addEntries(trx, entries));
      const last = rows.at(-1);
      if (last !== undefined) told({ seq: last.seq, hash: last.hash });
      return rows;
    },
  });

  return {
    during: async (act, run) => {
      const begun = await batcher.add(toEntry(act, now()));
      const end = (outcome: string, changes: readonly CollectedChange[]) =>
        batcher
          .add({
            ...begun,
            id: newId(),
            kind: "outcome",
            act_id: begun.id,
            at: now(),
            asked_json: "null",
            changes_json: toJson(changes.map(toShown)),
            outcome,
            // The act is done, or refused, whether or not its end could be written.
          })
          .catch(options.failed);
      try {
        const { result, changes } = await collectChanges(run);
        await end("done", changes);
        return result;
      } catch (error) {
        await end(outcomeOf(error), []);
        throw error;
      }
    },
    read: (query) => readActs(db, query),
    check: () => checkChain(db),
  };
}

/** Refusals of other protocols say themselves what came of it. */
function outcomeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  const isTold = error instanceof Error && "outcome" in error && typeof error.outcome === "string";
  return isTold ? String(error.outcome) : "server/failed";
}

/** What stands in the logs of the nodes cannot be rewritten together with the database. */
export function tellHead(log: { info(fields: object, text: string): void }) {
  return (head: { readonly seq: number; readonly hash: string }) =>
    log.info(head, "The record of administrative acts has grown.");
}

function toEntry({ person, method, path, params, asked }: Act, at: number): NewEntry {
  const aboutPeople = path.startsWith("/api/v1/accounts") || path.startsWith("/api/v1/privacy");
  return {
    id: newId(),
    kind: "act",
    act_id: null,
    at,
    actor_id: person.accountId,
    actor_role: person.role,
    method: method.toUpperCase(),
    path,
    object_json: toJson(withoutSecrets(params, { aboutPeople: false })),
    asked_json: toJson(withoutSecrets(asked ?? null, { aboutPeople })),
    changes_json: "[]",
    outcome: "begun",
  };
}

function toShown({ type, id, before, after }: CollectedChange) {
  const options = { aboutPeople: type === "account" };
  return {
    type,
    id,
    ...(before === undefined ? {} : { before: withoutSecrets(before, options) }),
    ...(after === undefined ? {} : { after: withoutSecrets(after, options) }),
  };
}
