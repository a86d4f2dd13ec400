import { AppError, type ListedPerson, type NewPerson, type PersonForm } from "../../contract/index.js";
import { type Db, isUniqueViolation, newId, recordChange, toJson } from "../../store/index.js";
import { readPerson } from "./list-people.js";
import { noteMove } from "./moves.js";
import { hashPassword } from "./passwords.js";
import { groupIdsOf, plainUsername } from "./people.js";

interface Author {
  readonly by: string;
  readonly at: number;
}

/** Makes an account; the answer is its id. Throws `account/refused`. */
export async function createPerson(db: Db, form: NewPerson, { by, at }: Author): Promise<string> {
  const id = newId();
  const { password, ...shown } = form;
  const row = {
    ...toRow(form),
    id,
    username: plainUsername(form.username),
    photo_url: null,
    password_hash: password === undefined ? null : await hashPassword(password),
    active: 1,
    availability: "available",
    created_at: at,
  };
  await refuseTaken(form.username, () =>
    db.transaction().execute(async (trx) => {
      await trx.insertInto("account").values(row).execute();
      await joinGroups(trx, id, form.groupIds);
      await recordChange(trx, { type: "account", id, name: form.name, after: { ...shown }, at, by });
    }),
  );
  return id;
}

/** Throws `account/not-found` and `account/refused`. */
export async function updatePerson(
  db: Db,
  { id, form }: { readonly id: string; readonly form: PersonForm },
  { by, at }: Author,
): Promise<{ readonly mustLogInAgain: boolean }> {
  return db.transaction().execute(async (trx) => {
    await lockPeople(trx);
    const before = await readPerson(trx, id);
    if (id === by && !form.active) {
      throw new AppError("account/refused", "You cannot deactivate your own account.");
    }
    const row = { ...toRow(form), active: form.active ? 1 : 0 };
    await trx.updateTable("account").set(row).where("id", "=", id).execute();
    await requireAdmin(trx);
    await setGroups(trx, id, form.groupIds);
    const { role, active } = before;
    const is = { ...form, ...abilities(form), groupIds: [...new Set(form.groupIds)].sort() };
    const was = toForm(before);
    await recordChange(trx, { type: "account", id, name: form.name, before: was, after: is, at, by });
    return { mustLogInAgain: role !== form.role || (active && !form.active) };
  });
}

/** As the form has it, so that only what differs is recorded. */
function toForm(person: ListedPerson) {
  const { name, email, role, locale, capacity, groupIds, active, department, location, company } = person;
  const shown = { name, email, role, locale, capacity, active, department, location, company };
  return { ...shown, ...abilities(person), groupIds: [...groupIds].sort() };
}

function abilities({ skills, languages }: Pick<PersonForm, "skills" | "languages">) {
  return { skills: [...new Set(skills ?? [])].sort(), languages: [...(languages ?? [])].sort() };
}

/** That a password was set is worth a line; what it is is not written anywhere. */
export async function notePassword(
  db: Db,
  { id, name }: { readonly id: string; readonly name: string },
  { by, at }: Author,
): Promise<void> {
  const after = { password: "set" };
  await recordChange(db, { type: "account", id, name, before: {}, after, at, by });
}

function toRow(form: NewPerson | PersonForm) {
  return {
    name: form.name,
    email: form.email ?? null,
    role: form.role,
    locale: form.locale ?? null,
    capacity: form.capacity,
    skills_json: toJson([...new Set(form.skills ?? [])]),
    languages_json: toJson(form.languages ?? []),
    department: form.department ?? null,
    location: form.location ?? null,
    company: form.company ?? null,
  };
}

/** From now on the person belongs to these groups and no others. Throws `account/refused` for one that is not there. */
export async function setGroups(trx: Db, accountId: string, groupIds: readonly string[]): Promise<void> {
  const had = (await groupIdsOf(trx, accountId)).sort().join();
  if (had === [...new Set(groupIds)].sort().join()) return;
  await trx.deleteFrom("membership").where("account_id", "=", accountId).execute();
  await joinGroups(trx, accountId, groupIds);
  await noteMove(trx);
}

/** The first groups of an account. Throws `account/refused` for one that is not there. */
export async function joinGroups(trx: Db, accountId: string, groupIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(groupIds)];
  if (wanted.length === 0) return;
  const known = await trx.selectFrom("assignment_group").select("id").where("id", "in", wanted).execute();
  if (known.length < wanted.length) {
    throw new AppError("account/refused", "One of these groups is not there any more.");
  }
  const rows = wanted.map((id) => ({ group_id: id, account_id: accountId }));
  await trx.insertInto("membership").values(rows).execute();
}

/** Throws `account/refused` when nobody could undo it. */
export async function requireAdmin(trx: Db): Promise<void> {
  const admin = await trx
    .selectFrom("account")
    .select("id")
    .where("role", "=", "admin")
    .where("active", "=", 1)
    .limit(1)
    .executeTakeFirst();
  if (admin === undefined) {
    throw new AppError("account/refused", "The desk needs one active administrator at least.");
  }
}

async function refuseTaken<T>(username: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("account/refused", `The user name "${username}" is taken.`, { cause: error });
  }
}

/** Two admins who take the role from each other at the same moment must not both succeed. */
export async function lockPeople(trx: Db): Promise<void> {
  await trx
    .insertInto("counter")
    .values({ name: "people-changes", value: 1 })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((eb) => ({ value: eb("counter.value", "+", 1) })),
    )
    .execute();
}
