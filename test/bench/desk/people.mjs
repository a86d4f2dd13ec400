import { deskhand } from "./deskhand.mjs";

/** Adds requesters and agents of the service desk to a demo desk; answers their names. */
export async function addPeople(place, { requesters, agents, capacity = 5 }) {
  const { connectStore, newId, hashPassword } = await deskhand();
  const store = connectStore(place.options);
  try {
    const groups = await store.db.selectFrom("assignment_group").selectAll().execute();
    const idOf = (name) => groups.find((group) => group.name === name).id;
    const hash = await hashPassword("demo");
    const people = [
      ...names("requester", requesters).map((name) => ({
        name,
        role: "requester",
        groupId: idOf("Employees"),
      })),
      ...names("agent", agents).map((name) => ({ name, role: "agent", groupId: idOf("Service Desk") })),
    ].map((person) => ({ ...person, id: newId() }));
    await store.db.transaction().execute(async (trx) => {
      await trx
        .insertInto("account")
        .values(people.map((one) => toAccount(one, hash, capacity)))
        .execute();
      const links = people.map(({ id, groupId }) => ({ account_id: id, group_id: groupId }));
      await trx.insertInto("membership").values(links).execute();
    });
  } finally {
    await store.close();
  }
  return { requesters: names("requester", requesters), agents: names("agent", agents) };
}

function names(role, count) {
  return Array.from({ length: count }, (_, at) => `bench-${role}-${at}`);
}

function toAccount({ id, name, role }, hash, capacity) {
  return {
    id,
    username: name,
    name: `Bench ${name}`,
    email: null,
    role,
    locale: "en",
    photo_url: null,
    password_hash: hash,
    active: 1,
    availability: role === "agent" ? "available" : "offline",
    capacity: role === "agent" ? capacity : 0,
    created_at: Date.now(),
  };
}
