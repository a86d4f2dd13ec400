import { createSessions } from "../../config/accounts/sessions.js";
import { demoDesk } from "../../config/demo/index.js";
import type { Store } from "../../store/index.js";
import { addAccount, addGroup } from "../support/desks.js";

/** Somebody who is logged in already: a test of faults is not a test of passwords. */
export interface LoggedIn {
  readonly id: string;
  readonly role: "requester" | "agent";
  readonly token: string;
}

const employees = demoDesk.groups.filter((group) => !group.takesAttendances).map((group) => group.id);
const taking = demoDesk.groups.filter((group) => group.takesAttendances).map((group) => group.id);

/** Adds people to a desk that has its demo data; agents belong to every group that takes attendances, or to those named. */
export async function addPeople(
  store: Store,
  count: {
    readonly requesters: number;
    readonly agents: number;
    readonly capacity?: number;
    readonly agentGroupIds?: readonly string[];
  },
): Promise<{ requesters: LoggedIn[]; agents: LoggedIn[] }> {
  const add = (role: LoggedIn["role"], groupIds: readonly string[]) =>
    addOne(store, { role, groupIds, capacity: count.capacity ?? 5 });
  const requesters: LoggedIn[] = [];
  for (let at = 0; at < count.requesters; at += 1) requesters.push(await add("requester", employees));
  const agents: LoggedIn[] = [];
  for (let at = 0; at < count.agents; at += 1) agents.push(await add("agent", count.agentGroupIds ?? taking));
  return { requesters, agents };
}

/** Two who have nothing to do with anybody's talk: a requester, and an agent whose group is never asked. */
export async function addBystanders(store: Store): Promise<LoggedIn[]> {
  const requester = await addOne(store, { role: "requester", groupIds: employees, capacity: 1 });
  const groupIds = [await addGroup(store, "Nobody asks us")];
  return [requester, await addOne(store, { role: "agent", groupIds, capacity: 50 })];
}

async function addOne(
  store: Store,
  { role, ...options }: Pick<LoggedIn, "role"> & { groupIds: readonly string[]; capacity: number },
): Promise<LoggedIn> {
  const sessions = createSessions({ db: store.db, now: Date.now, sessionMs: () => 7 * 24 * 3_600_000 });
  const id = await addAccount(store, { role, ...options });
  return { id, role, token: (await sessions.begin(id)).token };
}
