import type {
  Agreement,
  AgreementRule,
  ChatCapability,
  Condition,
  Offering,
  TicketKind,
  TicketPriority,
} from "../../contract/index.js";

/** What is known of a request when its agreements are looked for. */
export interface LevelFacts {
  readonly activityId: string;
  /** The service the request really is about. */
  readonly serviceId: string;
  readonly kind: TicketKind;
  readonly priority: TicketPriority;
  readonly language: string;
  readonly requesterGroupIds: readonly string[];
  readonly groupId: string | undefined;
  /** ms UTC; agreements that have not begun or are over do not count. */
  readonly at: number;
}

export interface LevelBook {
  readonly agreements: readonly Agreement[];
  readonly rules: readonly AgreementRule[];
  /** Of the activity. */
  readonly offering: Offering | undefined;
}

export interface Level {
  /** Whose targets hold: the first directly related one, else the first that covers the service. */
  readonly agreementId: string | undefined;
  readonly chat: Pick<ChatCapability, "isEnabled" | "via"> & {
    readonly agreementId?: string;
    /** The rule's name. */
    readonly rule?: string;
  };
}

interface Related {
  readonly agreement: Agreement;
  readonly via: "offering" | "rule" | "service";
  readonly rule?: string;
}

/**
 * Which agreement a request falls under and whether it has the chat capability (S3-3 … S3-9). First what is related
 * directly, through the offering and then through the rules in their order; only when none of these has the chat
 * capability, what covers the request's service, which must be the default one of its offering. A desk without any
 * agreement is not governed: chat is on.
 */
export function resolveLevel(facts: LevelFacts, book: LevelBook): Level {
  if (book.agreements.length === 0)
    return { agreementId: undefined, chat: { isEnabled: true, via: "ungoverned" } };
  const direct = findDirect(facts, book);
  const covering = findCovering(facts, book);
  const chat = [...direct, ...covering].find(({ agreement }) => agreement.isChatEnabled);
  return {
    agreementId: (direct[0] ?? covering[0])?.agreement.id,
    chat: chat === undefined ? { isEnabled: false, via: "none" } : toChat(chat),
  };
}

function toChat({ agreement, via, rule }: Related): Level["chat"] {
  const base = { isEnabled: true, via, agreementId: agreement.id };
  return rule === undefined ? base : { ...base, rule };
}

function findDirect(facts: LevelFacts, { agreements, rules, offering }: LevelBook): Related[] {
  const known = new Map(agreements.map((agreement) => [agreement.id, agreement]));
  const ofOffering = (offering?.agreementIds ?? []).map((id) => ({ id, via: "offering" as const }));
  const ofRules = rules
    .filter(({ conditions }) => conditions.every((condition) => holds(condition, facts)))
    .map(({ agreementId, name }) => ({ id: agreementId, via: "rule" as const, rule: name }));
  return [...ofOffering, ...ofRules].flatMap(({ id, ...how }) => {
    const agreement = known.get(id);
    return agreement !== undefined && isInForce(agreement, facts.at) ? [{ agreement, ...how }] : [];
  });
}

function findCovering(facts: LevelFacts, { agreements, offering }: LevelBook): Related[] {
  const isAssociated = offering === undefined || offering.defaultServiceId === facts.serviceId;
  if (!isAssociated) return [];
  return agreements
    .filter((agreement) => isInForce(agreement, facts.at) && agreement.serviceIds.includes(facts.serviceId))
    .map((agreement) => ({ agreement, via: "service" as const }));
}

/** From its beginning on, until the moment of its end. */
function isInForce({ isActive, activeFrom, activeTo }: Agreement, at: number): boolean {
  return isActive && (activeFrom ?? at) <= at && at < (activeTo ?? Number.POSITIVE_INFINITY);
}

function holds(condition: Condition, facts: LevelFacts): boolean {
  const present = valuesOf(condition.field, facts);
  const values: readonly string[] = condition.values;
  const isOne = present.some((value) => values.includes(value));
  return condition.operator === "is" ? isOne : !isOne;
}

function valuesOf(field: Condition["field"], facts: LevelFacts): readonly string[] {
  switch (field) {
    case "activity":
      return [facts.activityId];
    case "service":
      return [facts.serviceId];
    case "requester-group":
      return facts.requesterGroupIds;
    case "group":
      return facts.groupId === undefined ? [] : [facts.groupId];
    case "kind":
      return [facts.kind];
    case "priority":
      return [facts.priority];
    case "language":
      return [facts.language];
  }
}
