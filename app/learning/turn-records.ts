import type { SelectQueryBuilder } from "kysely";
import { z } from "zod";
import { actionValueSchema, type Locale, locales } from "../../contract/index.js";
import type { Db, Row, Tables } from "../../store/index.js";

const candidateSchema = z.object({
  kind: z.enum(["intent", "article", "activity"]),
  id: z.string(),
  title: z.string(),
  score: z.number(),
});

/** What the assistant wrote down about a turn; turns of earlier versions say less. */
const understoodSchema = z.object({
  intents: z.array(z.object({ intent: z.string(), score: z.number() })).default([]),
  candidates: z.array(candidateSchema).default([]),
  value: actionValueSchema.optional(),
  question: z.string().optional(),
});

/** A message of a requester, what it was taken for, and what the assistant did. */
export interface TurnRecord {
  readonly messageId: string;
  readonly conversationId: string;
  readonly seq: number;
  readonly at: number;
  readonly text: string;
  readonly language: Locale;
  readonly outcome: string;
  readonly understood: z.infer<typeof understoodSchema>;
}

export type RecordedCandidate = z.infer<typeof candidateSchema>;

export function toTurnRecord(row: Row<"turn">): TurnRecord {
  const parsed = understoodSchema.safeParse(JSON.parse(row.understood_json));
  return {
    messageId: row.message_id,
    conversationId: row.conversation_id,
    seq: row.seq,
    at: Number(row.at),
    text: row.text,
    language: locales.find((locale) => locale === row.language) ?? "en",
    outcome: row.outcome,
    understood: parsed.success ? parsed.data : { intents: [], candidates: [] },
  };
}

interface Span {
  readonly since: number;
  readonly limit: number;
}

/** What was asked in words or refused since a time and not answered, oldest first, the newest `limit` of it. */
export function readUnanswered(db: Db, span: Span): Promise<TurnRecord[]> {
  return newest(
    db
      .selectFrom("turn")
      .selectAll()
      .where(({ or, eb }) =>
        or([eb("outcome", "=", "fallback"), eb("understood_json", "like", '%"helped":false%')]),
      ),
    span,
  );
}

/** What was asked and either answered, asked back or not understood. */
export function readAsked(db: Db, span: Span): Promise<TurnRecord[]> {
  return newest(
    db.selectFrom("turn").selectAll().where("outcome", "in", ["answered", "asked-back", "fallback"]),
    span,
  );
}

async function newest(query: SelectQueryBuilder<Tables, "turn", Row<"turn">>, { since, limit }: Span) {
  const rows = await query
    .where("at", ">=", since)
    .orderBy("at", "desc")
    .orderBy("message_id", "desc")
    .limit(limit)
    .execute();
  return rows.map(toTurnRecord).reverse();
}

/** Which targets these were, as `activity:<id>` and `article:<id>`. */
export function targetOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return kind === "intent" ? id : `${kind}:${id}`;
}
