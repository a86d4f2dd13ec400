import { DateTime } from "luxon";
import { type Report, type ReportGrouping, type ReportQuery, reportColumns } from "../../contract/index.js";
import { createReports, type Reports } from "../../insight/index.js";
import { newId } from "../../store/index.js";
import { addAccount, addGroup } from "../support/desks.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";
import { generate, type Made } from "./generated-desk.js";

const zone = "America/Sao_Paulo";
/** The clock of Lisbon goes back on 2026-10-25. */
const lisbon = "Europe/Lisbon";
const period = { from: "2026-10-20", to: "2026-10-30" };
const span = { from: Date.UTC(2026, 9, 18), to: Date.UTC(2026, 10, 2) };

describe.each(engines)("reports on %s", (engine) => {
  let store: TestStore;
  let reports: Reports;
  let made: Made[] = [];
  let groups: string[] = [];
  let agents: string[] = [];
  let requester = "";

  beforeAll(async () => {
    store = await openTestStore(engine);
    reports = createReports(store);
    groups = [await addGroup(store, "Network"), await addGroup(store, "Desk")];
    agents = [await addAccount(store, { role: "agent" }), await addAccount(store, { role: "supervisor" })];
    requester = await addAccount(store);
    made = await generate(store, { requester, agents, groups }, { count: 400, ...span });
  });
  afterAll(() => store.discard());

  const query = (change: Partial<ReportQuery>): ReportQuery => ({ ...period, zone, by: "day", ...change });

  /** What is in the period and fits the filters, found by looking at each. */
  const within = (wish: ReportQuery) =>
    made.filter((one) => {
      const date = dateIn(one.createdAt, wish.zone);
      return (
        date >= wish.from &&
        date <= wish.to &&
        (wish.groupId === undefined || one.groups.includes(wish.groupId)) &&
        (wish.agentId === undefined || one.agent === wish.agentId) &&
        (wish.channel === undefined || one.channel === wish.channel) &&
        (wish.language === undefined || one.language === wish.language)
      );
    });

  const keysOf = (one: Made, { by, zone: place, groupId }: ReportQuery): readonly string[] => {
    switch (by) {
      case "day":
        return [dateIn(one.createdAt, place)];
      case "hour":
        return [`${DateTime.fromMillis(one.createdAt, { zone: place }).hour}`];
      case "group":
        return one.groups.filter((group) => groupId === undefined || group === groupId);
      case "agent":
        return one.agent === undefined ? [] : [one.agent];
    }
  };

  const byHand: Record<string, (ones: readonly Made[]) => (number | null)[]> = {
    attendances: (ones) => [
      ones.length,
      ones.filter((one) => one.acceptedAt !== undefined).length,
      ones.filter((one) => one.acceptedAt === undefined && one.closedAt !== undefined).length,
      ones.filter((one) => one.acceptedAt !== undefined && one.closedAt !== undefined).length,
    ],
    times: (ones) =>
      [
        ones.map((one) => gap(one.createdAt, one.acceptedAt)),
        ones.map((one) => gap(one.createdAt, one.answeredAt)),
        ones.map((one) => (one.acceptedAt === undefined ? undefined : gap(one.acceptedAt, one.closedAt))),
      ].flatMap((gaps) => [ranked(gaps, 0.5), ranked(gaps, 0.9)]),
    reasons: (ones) =>
      reportColumns.reasons.map((reason) => ones.filter((one) => one.reason === reason).length),
    satisfaction: (ones) => {
      const scored = ones.flatMap((one) => (one.score === undefined ? [] : [one.score]));
      const mean = scored.reduce((sum, score) => sum + score, 0) / scored.length;
      return [
        ones.filter((one) => one.asked).length,
        scored.length,
        scored.length === 0 ? null : Math.round(mean * 100) / 100,
        ...[1, 2, 3, 4, 5].map((score) => scored.filter((one) => one === score).length),
      ];
    },
  };

  const cases: readonly (readonly [string, Partial<ReportQuery> | (() => Partial<ReportQuery>)])[] = [
    ["in a zone west of UTC", {}],
    ["over a change of the clock", { zone: lisbon }],
    ["of one group", () => ({ groupId: groups[0] })],
    ["of one agent", () => ({ agentId: agents[0] })],
    ["of one channel", { channel: "msteams" }],
    ["of one language", { language: "pt", zone: "Asia/Kathmandu" }],
  ];

  it.each(cases)("count what a look at each attendance counts: %s", async (_, change) => {
    for (const name of ["attendances", "times", "reasons", "satisfaction"] as const) {
      for (const by of ["day", "hour", "group", "agent"] as const satisfies readonly ReportGrouping[]) {
        const wish = query({ by, ...(typeof change === "function" ? change() : change) });
        const report = await reports.read(name, wish);
        const ones = within(wish);
        const count = byHand[name] ?? (() => []);
        const expected = new Map<string, Made[]>();
        for (const one of ones) {
          for (const key of keysOf(one, wish)) expected.set(key, [...(expected.get(key) ?? []), one]);
        }

        expect({ name, by, totals: near(report.totals) }).toEqual({ name, by, totals: near(count(ones)) });
        for (const row of report.rows) {
          const whole = { name, by, key: row.key };
          expect({ ...whole, values: near(row.values) }).toEqual({
            ...whole,
            values: near(count(expected.get(row.key) ?? [])),
          });
          expected.delete(row.key);
        }
        // Groups and agents of whom nothing was asked have no line in this report.
        const left = [...expected.values()].flat();
        expect(name === "satisfaction" ? left.filter((one) => one.asked) : left).toEqual([]);
      }
    }
  });

  it("have a line for each day of the zone and each hour, also where nothing happened", async () => {
    const days = await reports.read("attendances", query({ from: "2025-01-01", to: "2025-01-03" }));
    const hours = await reports.read("times", query({ from: "2025-01-01", to: "2025-01-03", by: "hour" }));

    expect(days.rows).toEqual(
      ["2025-01-01", "2025-01-02", "2025-01-03"].map((day) => ({
        key: day,
        name: day,
        values: [0, 0, 0, 0],
      })),
    );
    expect(hours.rows).toHaveLength(24);
    expect(hours.totals).toEqual([null, null, null, null, null, null]);
  });

  it("tell what the assistant solved alone, handed over and failed at", async () => {
    const at = Date.UTC(2024, 4, 10, 12);
    await talk(store, { requester, at, outcomes: ["small-talk", "answered"] });
    await talk(store, { requester, at, outcomes: ["fallback", "ticket", "small-talk"] });
    await talk(store, { requester, at, outcomes: ["answered", "refused"] });
    await talk(store, { requester, at, outcomes: ["answered", "fallback"] });
    await talk(store, { requester, at, outcomes: ["small-talk"] });
    await talk(store, { requester, at, outcomes: [] });

    const report = await reports.read("assistant", query({ from: "2024-05-10", to: "2024-05-10" }));

    expect(named(report)).toEqual({ talks: 5, solved: 2, handedOver: 0, fellBack: 2, leftOpen: 1 });
    expect(report.rows.map((row) => row.values)).toEqual([report.totals]);
  });

  it("carry the backlog from day to day; a ticket that was taken up again counts as open", async () => {
    const activity = await addActivity(store);
    const day = (date: number, hour = 12) => Date.UTC(2024, 1, date, hour);
    await ticket(store, { requester, activity, state: "new", openedAt: day(1), states: [] });
    await ticket(store, {
      requester,
      activity,
      state: "closed",
      openedAt: day(2),
      settledAt: day(5),
      states: [
        ["resolved", day(5)],
        ["closed", day(6)],
      ],
    });
    await ticket(store, {
      requester,
      activity,
      state: "in-progress",
      openedAt: day(5),
      states: [
        ["resolved", day(5, 13)],
        ["in-progress", day(5, 14)],
      ],
    });
    await ticket(store, {
      requester,
      activity,
      state: "resolved",
      openedAt: day(6),
      settledAt: day(7),
      states: [
        ["resolved", day(6, 13)],
        ["in-progress", day(6, 14)],
        ["resolved", day(7)],
      ],
    });

    const byDay = await reports.read("tickets", query({ from: "2024-02-04", to: "2024-02-07", zone: "UTC" }));
    const byHour = await reports.read("tickets", query({ from: "2024-02-04", to: "2024-02-07", by: "hour" }));

    expect(byDay.rows.map(({ values }) => values)).toEqual([
      [0, 0, 2],
      [1, 1, 2],
      [1, 0, 3],
      [0, 1, 2],
    ]);
    expect(named(byDay)).toEqual({ opened: 2, settled: 2, backlog: 2 });
    expect(byHour.rows.every(({ values }) => values[2] === null)).toBe(true);
  });

  it.each([
    [{ from: "2026-01-01", to: "2027-06-01" }, /at most 366 days/],
    [{ from: "2026-02-01", to: "2026-01-01" }, /must not be before/],
    [{ zone: "Mars/Olympus" }, /no such time zone/],
  ])("refuse periods that would ask too much of the desk: %o", async (change, reason) => {
    await expect(reports.read("attendances", query(change))).rejects.toMatchObject({
      code: "report/refused",
      message: expect.stringMatching(reason),
    });
  });

  it("name groups, agents and channels to choose from", async () => {
    const choices = await reports.choices();

    expect(choices.channels).toEqual(["msteams", "web"]);
    expect(choices.agents.map(({ id }) => id).sort()).toEqual([...agents].sort());
  });
});

function named({ columns, totals }: Report): Record<string, number | null> {
  return Object.fromEntries(columns.map((column, index) => [column, totals[index] ?? null]));
}

function dateIn(at: number, zone: string): string {
  return DateTime.fromMillis(at, { zone }).toISODate() ?? "";
}

function gap(from: number, to: number | undefined): number | undefined {
  return to === undefined ? undefined : to - from;
}

/** Engines round a half to either side; a hundredth of a mean is not what is tested. */
function near(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value) =>
    value === null || Number.isInteger(value) ? value : Math.floor(value * 10) / 10,
  );
}

function ranked(gaps: readonly (number | undefined)[], share: number): number | null {
  const sorted = gaps.flatMap((one) => (one === undefined ? [] : [one])).sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share - 1e-9) - 1] ?? null;
}

async function talk(
  { db }: TestStore,
  { requester, at, outcomes }: { requester: string; at: number; outcomes: readonly string[] },
): Promise<void> {
  const id = newId();
  await db
    .insertInto("conversation")
    .values({
      id,
      requester_id: requester,
      channel: "web",
      locale: "en",
      owner_kind: "none",
      owner_id: null,
      epoch: 1,
      last_seq: 0,
      asked_seq: 0,
      answered_seq: 0,
      ticket_id: null,
      dialog_json: "{}",
      created_at: at,
      updated_at: at,
    })
    .execute();
  for (const [index, outcome] of outcomes.entries()) {
    const turn = { message_id: newId(), conversation_id: id, seq: index + 1, at, text: "", language: "en" };
    await db
      .insertInto("turn")
      .values({ ...turn, outcome, understood_json: "{}" })
      .execute();
  }
}

async function ticket(
  { db }: TestStore,
  made: {
    requester: string;
    activity: string;
    state: string;
    openedAt: number;
    settledAt?: number;
    states: readonly (readonly [string, number])[];
  },
): Promise<void> {
  const id = newId();
  await db
    .insertInto("ticket")
    .values({
      id,
      number: id,
      kind: "request",
      state: made.state,
      origin_id: newId(),
      contract_id: null,
      activity_id: made.activity,
      requester_id: made.requester,
      group_id: null,
      assignee_id: null,
      description: "",
      fields_json: "{}",
      conversation_id: null,
      cause_id: id,
      created_at: made.openedAt,
      updated_at: made.openedAt,
      settled_at: made.settledAt ?? null,
    })
    .execute();
  for (const [text, at] of made.states) {
    await db
      .insertInto("ticket_event")
      .values({ id: newId(), ticket_id: id, at, kind: "state", actor_json: "{}", text })
      .execute();
  }
}

async function addActivity({ db }: TestStore): Promise<string> {
  const [catalogId, serviceId, id] = [newId(), newId(), newId()];
  const named = { name_json: "{}", description_json: "{}", via_chat: 1, position: 0, key: null };
  await db
    .insertInto("catalog")
    .values({ ...named, id: catalogId, phase: "published" })
    .execute();
  await db
    .insertInto("service")
    .values({ ...named, id: serviceId, catalog_id: catalogId, phase: "published" })
    .execute();
  await db
    .insertInto("activity")
    .values({
      ...named,
      id,
      service_id: serviceId,
      kind: "request",
      status: "active",
      group_id: null,
      fields_json: "[]",
      samples_json: "{}",
    })
    .execute();
  return id;
}
