import { type Accounts, createAccounts, createLogInLimits } from "../../config/index.js";
import type { Account, ActivityField, Locale, LocalizedText } from "../../contract/index.js";
import { newId } from "../../store/index.js";
import {
  type ActivityCatalog,
  type ActivityToSave,
  createCatalog,
  createTickets,
  type TicketReader,
  type Tickets,
} from "../../tickets/index.js";
import type { TestStore } from "../support/stores.js";

export interface TestDesk {
  readonly accounts: Accounts;
  readonly catalog: ActivityCatalog;
  readonly tickets: Tickets;
  readonly ids: Record<"catalog" | "service" | "request" | "incident" | "origin" | "contract", string>;
  readonly groups: Record<"desk" | "network" | "employees", string>;
  /** The parameters; a test may change them. */
  readonly parameters: Map<number, string>;
  /** The time, which a test moves. */
  readonly clock: { now: number };
  /** Takes back every ticket and every change of catalog and parameters. */
  reset(): Promise<void>;
  person(account: Account): TicketReader;
  ana: TicketReader;
  rui: TicketReader;
  bruno: TicketReader;
}

export const text = (en: string, pt?: string): LocalizedText => ({ en, pt });

export const fields: ActivityField[] = [
  { name: "place", label: text("Place", "Lugar"), ask: text("Where?"), type: "text", required: true },
  { name: "since", label: text("Since", "Desde"), ask: text("Since when?"), type: "date", required: false },
];

/** A small desk: one catalog with one service, a request without fields and an incident that asks for two. */
export async function openDesk(store: TestStore): Promise<TestDesk> {
  const clock = { now: Date.UTC(2026, 10, 22, 12) };
  const now = () => clock.now;
  const limits = createLogInLimits({ prefix: "test:", failures: 10, perMinute: 10 });
  const accounts = createAccounts({ store, now, sessionMs: () => 1000, limits });
  const parameters = new Map<number, string>();
  const present = (number: number) => () => parameters.get(number);
  const groupsEnforced = () => parameters.get(293) === "Y";
  const catalog = createCatalog({ store, now, groupsEnforced });
  const tickets = createTickets({
    store,
    now,
    settings: {
      originId: present(315),
      directActivityId: present(317),
      contractId: present(118),
      defaultGroupId: present(389),
      groupsEnforced,
    },
  });
  const ids = {
    catalog: newId(),
    service: newId(),
    request: newId(),
    incident: newId(),
    origin: newId(),
    contract: newId(),
  };
  const desk = await accounts.createGroup({
    name: "Service Desk",
    takesAttendances: true,
    chatRequester: true,
  });
  const network = await accounts.createGroup({ name: "Network", takesAttendances: true });
  const employees = await accounts.createGroup({ name: "Employees", chatRequester: true });
  const groups = { desk: desk.id, network: network.id, employees: employees.id };
  await catalog.saveOrigin({ id: ids.origin, name: "Chat" });
  await catalog.saveContract({ id: ids.contract, name: "Internal" });
  async function reset(): Promise<void> {
    for (const table of ["ticket_event", "ticket", "counter"] as const)
      await store.db.deleteFrom(table).execute();
    const common = { description: text("About it"), viaChat: true, groupIds: [] };
    const workplace = { ...common, id: ids.catalog, name: text("Workplace", "Trabalho") };
    await catalog.saveCatalog({ ...workplace, phase: "catalog" });
    const devices = { ...common, id: ids.service, catalogId: ids.catalog, name: text("Devices") };
    await catalog.saveService({ ...devices, phase: "catalog" });
    await catalog.saveActivity({ ...activityOf(ids, "request", groups.desk), groupIds: [] });
    await catalog.saveActivity({ ...activityOf(ids, "incident", undefined), groupIds: [] });
    parameters.clear();
    const set = { 315: ids.origin, 118: ids.contract, 317: ids.request, 389: groups.network };
    for (const [number, value] of Object.entries(set)) parameters.set(Number(number), value);
  }
  await reset();
  const member = async (username: string, name: string, role: "requester" | "agent", groupIds: string[]) =>
    person(await accounts.createAccount({ username, name, role, groupIds }));
  return {
    accounts,
    catalog,
    tickets,
    ids,
    groups,
    parameters,
    clock,
    reset,
    person,
    ana: await member("ana", "Ana Souza", "requester", [groups.employees]),
    rui: await member("rui", "Rui Costa", "requester", [groups.employees]),
    bruno: await member("bruno", "Bruno Lima", "agent", [groups.desk]),
  };
}

export function activityOf(
  ids: TestDesk["ids"],
  kind: "request" | "incident",
  groupId: string | undefined,
): ActivityToSave {
  const samples: Partial<Record<Locale, string[]>> = { en: ["it is broken"], pt: ["está quebrado"] };
  return {
    id: ids[kind],
    serviceId: ids.service,
    kind,
    name:
      kind === "request" ? text("New laptop", "Novo notebook") : text("Printer fault", "Falha da impressora"),
    description: text("About it"),
    viaChat: true,
    status: "active",
    groupId,
    fields: kind === "request" ? [] : fields,
    samples,
  };
}

function person(account: Account): TicketReader {
  return { accountId: account.id, role: account.role, groupIds: account.groupIds, name: account.name };
}
