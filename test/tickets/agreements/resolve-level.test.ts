import type { Agreement, AgreementRule, Condition, Offering } from "../../../contract/index.js";
import { type LevelBook, type LevelFacts, resolveLevel } from "../../../tickets/index.js";

const services = ["mail", "network", "printing"];
const groups = ["staff", "sales"];

/** A small generator with a seed, so that a failure can be run again. */
function createRandom(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const some = <T>(items: readonly T[]): T[] => items.filter(() => next() < 0.4);
  return { next, pick, some };
}

type Random = ReturnType<typeof createRandom>;

function makeCase(random: Random): { facts: LevelFacts; book: LevelBook } {
  const { next, pick, some } = random;
  const count = Math.floor(next() * 4);
  const agreements = Array.from({ length: count }, (_, at): Agreement => {
    const time = { activeFrom: pick([undefined, 5, 10, 11]), activeTo: pick([undefined, 10, 11, 20]) };
    return {
      id: `a${at}`,
      name: `Agreement ${at}`,
      isActive: next() < 0.8,
      isChatEnabled: next() < 0.5,
      serviceIds: some(services),
      targets: {},
      ...time,
    };
  });
  const ids = [...agreements.map(({ id }) => id), "gone"];
  const rules = Array.from(
    { length: Math.floor(next() * 3) },
    (_, at): AgreementRule => ({
      name: `Rule ${at}`,
      agreementId: pick(ids),
      conditions: [makeCondition(random), ...(next() < 0.3 ? [makeCondition(random)] : [])],
    }),
  );
  const offering: Offering | undefined =
    next() < 0.5
      ? undefined
      : {
          id: "o",
          activityId: "act",
          agreementIds: some(ids),
          defaultServiceId: pick([...services, undefined]),
        };
  const facts: LevelFacts = {
    activityId: "act",
    serviceId: pick(services),
    kind: pick(["request", "incident"] as const),
    priority: pick(["critical", "low"] as const),
    language: pick(["en", "pt"]),
    requesterGroupIds: some(groups),
    groupId: pick([undefined, ...groups]),
    at: 10,
  };
  return { facts, book: { agreements, rules, offering } };
}

function makeCondition({ pick, some }: Random): Condition {
  const operator = pick(["is", "is-not"] as const);
  const named = (values: string[], fallback: string) => (values.length > 0 ? values : [fallback]);
  return pick<Condition>([
    { field: "activity", operator, values: [pick(["act", "other"])] },
    { field: "service", operator, values: named(some(services), "mail") },
    { field: "requester-group", operator, values: named(some(groups), "staff") },
    { field: "group", operator, values: named(some(groups), "sales") },
    { field: "kind", operator, values: ["incident"] },
    { field: "priority", operator, values: ["critical"] },
    { field: "language", operator, values: ["pt"] },
  ]);
}

/** The document read sentence by sentence, without regard to order or speed. */
function readTheDocument({ facts, book }: { facts: LevelFacts; book: LevelBook }) {
  if (book.agreements.length === 0) return { chat: true, via: ["ungoverned"], agreements: [undefined] };
  const counts = (one: Agreement) =>
    one.isActive &&
    !(one.activeFrom !== undefined && facts.at < one.activeFrom) &&
    !(one.activeTo !== undefined && facts.at >= one.activeTo);
  const has: Readonly<Record<Condition["field"], (value: string) => boolean>> = {
    activity: (value) => value === facts.activityId,
    service: (value) => value === facts.serviceId,
    "requester-group": (value) => facts.requesterGroupIds.includes(value),
    group: (value) => value === facts.groupId,
    kind: (value) => value === facts.kind,
    priority: (value) => value === facts.priority,
    language: (value) => value === facts.language,
  };
  const matches = ({ conditions }: AgreementRule) =>
    conditions.filter((one) => {
      const values: readonly string[] = one.values;
      return values.some(has[one.field]) === (one.operator === "is");
    }).length === conditions.length;
  const byOffering = book.agreements.filter(
    (one) => counts(one) && book.offering?.agreementIds.includes(one.id),
  );
  const byRule = book.agreements.filter(
    (one) => counts(one) && book.rules.some((rule) => rule.agreementId === one.id && matches(rule)),
  );
  const direct = [...byOffering, ...byRule];
  const isDefault = book.offering === undefined || book.offering.defaultServiceId === facts.serviceId;
  const covering = book.agreements.filter(
    (one) => counts(one) && isDefault && one.serviceIds.includes(facts.serviceId),
  );
  const present = direct.length > 0 ? direct : covering;
  const agreements = present.length === 0 ? [undefined] : present.map(({ id }) => id);
  if (direct.some(({ isChatEnabled }) => isChatEnabled))
    return { chat: true, via: ["offering", "rule"], agreements };
  if (covering.some(({ isChatEnabled }) => isChatEnabled))
    return { chat: true, via: ["service"], agreements };
  return { chat: false, via: ["none"], agreements };
}

describe("which agreement a request falls under", () => {
  it("answers as the document does, in 20,000 made-up desks (S3-3, S3-4, S3-5, S3-6, S3-7, S3-8, S3-9)", () => {
    const random = createRandom(20_181_105);
    for (let round = 0; round < 20_000; round++) {
      const made = makeCase(random);
      const level = resolveLevel(made.facts, made.book);
      const expected = readTheDocument(made);
      const isRight =
        level.chat.isEnabled === expected.chat &&
        expected.via.includes(level.chat.via) &&
        expected.agreements.some((id) => id === level.agreementId);
      if (!isRight) throw new Error(JSON.stringify({ made, level, expected }, null, 1));
    }
  });

  const base: Agreement = {
    id: "chatty",
    name: "Chatty",
    isActive: true,
    isChatEnabled: true,
    serviceIds: ["mail"],
    targets: {},
  };
  const facts: LevelFacts = {
    activityId: "act",
    serviceId: "mail",
    kind: "incident",
    priority: "critical",
    language: "en",
    requesterGroupIds: [],
    groupId: undefined,
    at: 10,
  };

  it("falls through a direct agreement without chat to one that covers the service (S3-4)", () => {
    const silent = { ...base, id: "silent", isChatEnabled: false, serviceIds: [] };
    const offering = { id: "o", activityId: "act", defaultServiceId: "mail", agreementIds: ["silent"] };

    const level = resolveLevel(facts, { agreements: [silent, base], rules: [], offering });

    expect(level).toEqual({
      agreementId: "silent",
      chat: { isEnabled: true, via: "service", agreementId: "chatty" },
    });
  });

  it("names the rule that brought the chat (S3-3, S3-9)", () => {
    const rules: AgreementRule[] = [
      {
        name: "Critical",
        agreementId: "chatty",
        conditions: [{ field: "priority", operator: "is", values: ["critical"] }],
      },
    ];

    const level = resolveLevel(facts, {
      agreements: [{ ...base, serviceIds: [] }],
      rules,
      offering: undefined,
    });

    expect(level.chat).toEqual({ isEnabled: true, via: "rule", agreementId: "chatty", rule: "Critical" });
  });

  it("needs the service to be the default one of the offering (S3-8)", () => {
    const offering = { id: "o", activityId: "act", defaultServiceId: "network", agreementIds: [] };

    expect(resolveLevel(facts, { agreements: [base], rules: [], offering }).chat).toEqual({
      isEnabled: false,
      via: "none",
    });
  });
});
