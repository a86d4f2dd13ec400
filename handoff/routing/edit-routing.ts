import { AppError, type GroupRouting, type RoutingRule } from "../../contract/index.js";
import { type Db, recordChange, toJson } from "../../store/index.js";
import { type RoutingGroup, readGroups, readRules } from "./settings.js";

export interface Author {
  readonly by: string;
  readonly at: number;
}

/** Changes how a group gives out its conversations. */
export async function saveGroupRouting(
  db: Db,
  { id, routing }: { readonly id: string; readonly routing: GroupRouting },
  author: Author,
): Promise<RoutingGroup> {
  return db.transaction().execute(async (trx) => {
    const groups = await readGroups(trx);
    const group = groups.find((one) => one.id === id);
    if (group === undefined) throw new AppError("group/not-found", "There is no such group.");
    const overflow = groups.find((one) => one.id === routing.overflow?.groupId);
    if (routing.overflow !== undefined && (overflow === undefined || overflow.id === id)) {
      throw new AppError("routing/refused", "The second group must be another group that is there.");
    }
    if (overflow?.takesAttendances === false) {
      throw new AppError("routing/refused", `"${overflow.name}" takes no attendances.`);
    }
    await requirePeople(trx, [routing.ownerId, routing.dispatcherId]);
    // Columns of their own: nodes of the version before would not read the rest with these in it.
    const { firstAnswerSeconds, laterAnswerSeconds, ...settings } = routing;
    await trx
      .updateTable("assignment_group")
      .set({
        routing_json: toJson(settings),
        first_answer_seconds: firstAnswerSeconds ?? null,
        later_answer_seconds: laterAnswerSeconds ?? null,
      })
      .where("id", "=", id)
      .execute();
    const { routing: was, name } = group;
    await recordChange(trx, {
      type: "group",
      id,
      name,
      before: { ...was },
      after: { ...routing },
      ...author,
    });
    return { ...group, routing };
  });
}

async function requirePeople(trx: Db, ids: readonly (string | undefined)[]): Promise<void> {
  const wanted = [...new Set(ids.filter((id) => id !== undefined))];
  if (wanted.length === 0) return;
  const rows = await trx
    .selectFrom("account")
    .select("id")
    .where("id", "in", wanted)
    .where("role", "in", ["agent", "supervisor", "admin"])
    .where("active", "=", 1)
    .execute();
  if (rows.length < wanted.length) {
    throw new AppError("routing/refused", "Owner and dispatcher must be active people of the desk.");
  }
}

/** Replaces the rules; their order is the order in which they are tried. */
export async function saveRules(db: Db, rules: readonly RoutingRule[], author: Author): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await readRules(trx);
    const groups = new Map((await readGroups(trx)).map((group) => [group.id, group]));
    const wrong = rules.find(({ groupId }) => groups.get(groupId)?.takesAttendances !== true);
    if (wrong !== undefined) {
      throw new AppError("routing/refused", `The group of "${wrong.name}" takes no attendances.`);
    }
    if (new Set(rules.map(({ id }) => id)).size < rules.length) {
      throw new AppError("routing/refused", "Two rules have the same id.");
    }
    await trx.deleteFrom("routing_rule").execute();
    const rows = rules.map(({ id, name, when, groupId, skills }, position) => ({
      id,
      position,
      name,
      when_json: toJson(when),
      group_id: groupId,
      skills_json: toJson(skills),
    }));
    if (rows.length > 0) await trx.insertInto("routing_rule").values(rows).execute();
    await recordChange(trx, {
      type: "routing",
      id: "rules",
      name: "Routing rules",
      before: { rules: before },
      after: { rules },
      ...author,
    });
  });
}
