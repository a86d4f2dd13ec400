import { z } from "zod";
import { type AuditAct, type AuditPage, type AuditQuery, auditChangeSchema } from "../../contract/index.js";
import { sql } from "kysely";
import { type Db, fromJson } from "../../store/index.js";

const objectSchema = z.record(z.string(), z.string());

/** The newest acts first, each with what came of it. */
export async function readActs(db: Db, query: AuditQuery): Promise<AuditPage> {
  const rows = await matching(db, query)
    .orderBy("act.seq", "desc")
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toAct),
    ...(rows.length > query.limit && last !== undefined ? { next: String(last.seq) } : {}),
    actors: await readActors(db),
  };
}

function matching(db: Db, { from, to, actorId, text, outcome, after }: AuditQuery) {
  let rows = joined(db).where("act.kind", "=", "act");
  if (from !== undefined) rows = rows.where("act.at", ">=", from);
  if (to !== undefined) rows = rows.where("act.at", "<=", to);
  if (actorId !== undefined) rows = rows.where("act.actor_id", "=", actorId);
  if (after !== undefined) rows = rows.where("act.seq", "<", after);
  if (outcome === "done") rows = rows.where("ended.outcome", "=", "done");
  if (outcome === "refused") rows = rows.where("ended.outcome", "<>", "done");
  if (outcome === "unknown") rows = rows.where("ended.id", "is", null);
  if (text === undefined || text === "") return rows;
  const like = `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  return rows.where((eb) =>
    eb.or(
      (["act.path", "act.object_json", "act.asked_json", "ended.changes_json"] as const).map(
        (column) => sql<boolean>`lower(${eb.ref(column)}) like ${like} escape '\\'`,
      ),
    ),
  );
}

function joined(db: Db) {
  return (
    db
      .selectFrom("audit_entry as act")
      .leftJoin("audit_entry as ended", "ended.act_id", "act.id")
      .leftJoin("account", "account.id", "act.actor_id")
      // Programs that act as nobody are known by their token.
      .leftJoin("api_token", "api_token.id", "act.actor_id")
      .selectAll("act")
      .select([
        "account.name as actor_name",
        "api_token.name as program_name",
        "ended.outcome as ended_outcome",
        "ended.changes_json as ended_changes",
        "ended.hash as ended_hash",
      ])
  );
}

type ActRow = Awaited<ReturnType<ReturnType<typeof joined>["execute"]>>[number];

function toAct(row: ActRow): AuditAct {
  return {
    id: row.id,
    seq: row.seq,
    at: row.at,
    actor: {
      id: row.actor_id,
      name: row.actor_name ?? row.program_name ?? row.actor_id,
      role: row.actor_role,
    },
    method: row.method,
    path: row.path,
    summary: "",
    object: fromJson(objectSchema, row.object_json),
    asked: fromJson(z.unknown(), row.asked_json),
    changes: fromJson(z.array(auditChangeSchema), row.ended_changes ?? "[]"),
    outcome: row.ended_outcome ?? "begun",
    hash: row.ended_hash ?? row.hash,
  };
}

async function readActors(db: Db): Promise<AuditPage["actors"]> {
  const rows = await db
    .selectFrom("audit_entry")
    .leftJoin("account", "account.id", "audit_entry.actor_id")
    .leftJoin("api_token", "api_token.id", "audit_entry.actor_id")
    .select(["audit_entry.actor_id as id", "account.name", "api_token.name as program"])
    .distinct()
    .execute();
  return rows
    .map(({ id, name, program }) => ({ id, name: name ?? program ?? id }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
