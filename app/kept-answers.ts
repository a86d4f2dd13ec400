import { createHash } from "node:crypto";
import { z } from "zod";
import { AppError } from "../contract/index.js";
import type { Answer } from "../http/route.js";
import { fromJson, type Row, type Store, toJson } from "../store/index.js";

/** A client that has not come back within a day has given up. */
const keepMs = 24 * 3_600_000;
/** Longer than any request takes: its node has died, and whether it got as far as its commit is not known. */
const abandonedMs = 120_000;
const headersSchema = z.record(z.string(), z.string());

export interface NamedRequest {
  readonly accountId: string;
  /** What the client calls it: the Idempotency-Key. */
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Answers of requests that name themselves, so that a repeat does nothing twice. */
export interface KeptAnswers {
  /**
   * Runs the request the first time, and answers every repeat within a day with that answer. Throws
   * `request/key-reused` where the key was another request's, `request/under-way` while the first is still running.
   * What fails is not kept: the same request may be tried again.
   */
  once(request: NamedRequest, run: () => Promise<Answer>): Promise<Answer>;
  forgetOld(): Promise<void>;
}

export function createKeptAnswers({
  store,
  now,
}: {
  readonly store: Store;
  readonly now: () => number;
}): KeptAnswers {
  const { db } = store;

  /** Takes the key for this request; of many at once one gets it. */
  async function begin(row: Row<"kept_answer">): Promise<boolean> {
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto("kept_answer")
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(["account_id", "name"])
          .doUpdateSet(row)
          .where((eb) =>
            eb.or([
              eb("kept_answer.created_at", "<", now() - keepMs),
              eb.and([
                eb("kept_answer.state", "=", "begun"),
                eb("kept_answer.created_at", "<", now() - abandonedMs),
                eb("kept_answer.request_hash", "=", row.request_hash),
              ]),
            ]),
          ),
      )
      .executeTakeFirst();
    return numInsertedOrUpdatedRows > 0n;
  }

  return {
    once: async ({ accountId, key, ...request }, run) => {
      const hash = createHash("sha256").update(JSON.stringify(request)).digest("hex");
      const place = { account_id: accountId, name: key };
      const row = { ...place, request_hash: hash, state: "begun", created_at: now() };
      if (!(await begin({ ...row, status: null, headers_json: null, body: null }))) {
        return repeat(await find(store, place), hash);
      }
      const answer = await run().catch(async (error: unknown) => {
        await letGo(store, row);
        throw error;
      });
      await keep(store, row, answer);
      return answer;
    },
    forgetOld: async () => {
      await db
        .deleteFrom("kept_answer")
        .where("created_at", "<", now() - keepMs)
        .execute();
    },
  };
}

type Place = Pick<Row<"kept_answer">, "account_id" | "name">;

function find({ db }: Store, { account_id, name }: Place): Promise<Row<"kept_answer"> | undefined> {
  return db
    .selectFrom("kept_answer")
    .selectAll()
    .where("account_id", "=", account_id)
    .where("name", "=", name)
    .executeTakeFirst();
}

async function letGo(
  { db }: Store,
  { account_id, name, created_at }: Place & Pick<Row<"kept_answer">, "created_at">,
): Promise<void> {
  await db
    .deleteFrom("kept_answer")
    .where("account_id", "=", account_id)
    .where("name", "=", name)
    .where("created_at", "=", created_at)
    .execute();
}

async function keep({ db }: Store, { account_id, name }: Place, answer: Answer): Promise<void> {
  const { status = 200, headers = {}, body } = answer;
  const columns = {
    state: "answered",
    status,
    headers_json: toJson(headers),
    body: body === undefined ? null : toJson(body),
  };
  await db
    .updateTable("kept_answer")
    .set(columns)
    .where("account_id", "=", account_id)
    .where("name", "=", name)
    .execute();
}

function repeat(row: Row<"kept_answer"> | undefined, hash: string): Answer {
  if (row !== undefined && row.request_hash !== hash) {
    throw new AppError("request/key-reused", "This Idempotency-Key was used for another request.");
  }
  if (row?.state !== "answered") {
    throw new AppError(
      "request/under-way",
      "The same request is still being worked on. Ask again in a moment.",
    );
  }
  return {
    status: row.status ?? 200,
    headers: { ...fromJson(headersSchema, row.headers_json ?? "{}"), "Idempotency-Replayed": "true" },
    ...(row.body === null ? {} : { body: JSON.parse(row.body) as unknown }),
  };
}
