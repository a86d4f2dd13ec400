import {
  type Activity,
  type Catalog,
  inLocale,
  type Locale,
  type LocalizedText,
  type TicketKind,
} from "../../contract/index.js";
import type { Bell, Store } from "../../store/index.js";
import { fold } from "../fields/index.js";
import { mayOpenByChat, maySee, mayUse, type Reader } from "./permission.js";
import { createPortfolioReader, type Portfolio, type PortfolioActivity } from "./portfolio.js";
import { type CatalogWriters, createCatalogWriters } from "./writers.js";

/** What the assistant learns an activity from. */
export interface LearnedActivity {
  readonly id: string;
  readonly kind: TicketKind;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  /** Sentences people say when they want it. */
  readonly samples: Readonly<Partial<Record<Locale, readonly string[]>>>;
}

export interface ActivityCatalog extends CatalogWriters {
  /** The catalogs this person may use by chat; without an activity to choose, neither service nor catalog is there. */
  available(person: Reader, locale: Locale): Promise<Catalog[]>;
  /** One activity, if this person may use it by chat. */
  activityFor(person: Reader, id: string, locale: Locale): Promise<Activity | undefined>;
  /** Activities whose name holds the text, in any language, without regard to case and accents (S2-21). */
  named(person: Reader, text: string, locale: Locale): Promise<Activity[]>;
  /** The group that takes on the tickets of an activity. */
  groupOf(activityId: string): Promise<string | undefined>;
  /** Whether a group of the person's may open tickets by chat at all (S0-6). */
  mayOpen(person: Reader): Promise<boolean>;
  /** Reads the portfolio anew when next asked; tells the other nodes to do so. Call it after a change. */
  changed(): void;
  /** Looks for what was changed elsewhere, so that nobody who asks has to wait for that; run it every second. */
  refresh(): Promise<void>;
  /** Everything offered by chat, whoever asks; for training. The same list for as long as nothing has changed. */
  activities(): Promise<readonly LearnedActivity[]>;
}

const topic = "portfolio-changed";
/** A change made on another node without a bell, or straight in the database, is seen after this time. */
const trustMs = 1000;
/** Sets of groups times languages; more than that start anew. */
const mostViews = 300;

/** The portfolio as people may see it. Opening a ticket does not rely on it but asks the store again. */
export function createCatalog(options: {
  readonly store: Store;
  readonly now: () => number;
  /** Parameter 293. */
  readonly groupsEnforced: () => boolean;
  readonly bell?: Bell | undefined;
}): ActivityCatalog {
  const { store, now, groupsEnforced, bell } = options;
  let known: { readonly portfolio: Promise<Portfolio>; readonly readAt: number } | undefined;
  let learned: { readonly of: Portfolio; readonly activities: readonly LearnedActivity[] } | undefined;
  let changes = 0;
  const views = createViews();
  const read = createPortfolioReader(store.db);

  function portfolio(): Promise<Portfolio> {
    if (known === undefined || now() - known.readAt >= trustMs || now() < known.readAt) {
      const reading = read();
      known = { portfolio: reading, readAt: now() };
      reading.catch(forget);
    }
    return known.portfolio;
  }

  /** Beside those who ask: they go on with what is known until the reading is done. */
  async function refresh(): Promise<void> {
    const before = changes;
    const readAt = now();
    const present = await read();
    // What has changed meanwhile may not be in what was read.
    if (changes === before) known = { portfolio: Promise.resolve(present), readAt };
  }

  function forget(): void {
    changes += 1;
    known = undefined;
  }

  function changed(): void {
    forget();
    bell?.ring(topic, "");
  }

  bell?.on(topic, forget);
  return {
    ...createCatalogWriters({ db: store.db, changed }),
    changed,
    refresh,
    available: async (person, locale) => {
      const present = await portfolio();
      return mayOpenByChat(present, person)
        ? views(present, { person, locale, isEnforced: groupsEnforced() })
        : [];
    },
    activityFor: async (person, id, locale) => {
      const present = await portfolio();
      const activity = present.activities.get(id);
      const isUsable = activity && mayUse(present, person, { activity, isEnforced: groupsEnforced() });
      return isUsable ? toActivity(activity, locale) : undefined;
    },
    named: async (person, text, locale) => {
      const present = await portfolio();
      const isEnforced = groupsEnforced();
      return [...present.activities.values()]
        .filter(
          (activity) => isNamed(activity, fold(text)) && mayUse(present, person, { activity, isEnforced }),
        )
        .map((activity) => toActivity(activity, locale));
    },
    groupOf: async (activityId) => (await portfolio()).activities.get(activityId)?.groupId,
    mayOpen: async (person) => mayOpenByChat(await portfolio(), person),
    activities: async () => {
      const present = await portfolio();
      if (learned?.of !== present) learned = { of: present, activities: toLearned(present) };
      return learned.activities;
    },
  };
}

function toLearned({ activities }: Portfolio): LearnedActivity[] {
  return [...activities.values()].map(({ id, kind, name, description, samples }) => ({
    ...{ id, kind, name, description, samples },
  }));
}

interface View {
  readonly person: Reader;
  readonly locale: Locale;
  readonly isEnforced: boolean;
}

/**
 * Remembers what was put together from one reading of the portfolio, for each language and set of groups: every turn
 * of the assistant asks for it. A new reading starts anew; what it gives is shared and must not be changed.
 */
function createViews(): (portfolio: Portfolio, view: View) => Catalog[] {
  let of: Portfolio | undefined;
  let seen = new Map<string, Catalog[]>();
  return (portfolio, view) => {
    if (of !== portfolio || seen.size >= mostViews) seen = new Map();
    of = portfolio;
    const groups = view.isEnforced ? [...view.person.groupIds].sort().join(" ") : "";
    const key = `${view.locale} ${view.isEnforced} ${groups}`;
    const known = seen.get(key) ?? toCatalogs(portfolio, view);
    seen.set(key, known);
    return known;
  };
}

function toCatalogs(portfolio: Portfolio, view: View): Catalog[] {
  const { person, locale, isEnforced } = view;
  const isSeen = ({ id: objectId }: { readonly id: string }) =>
    maySee(portfolio, person, { objectId, isEnforced });
  const catalogs = portfolio.catalogs.filter(isSeen).map((catalog) => ({
    ...described(catalog, locale),
    services: catalog.services
      .filter(isSeen)
      .map((service) => ({
        ...described(service, locale),
        activities: service.activities.filter(isSeen).map((activity) => toActivity(activity, locale)),
      }))
      .filter((service) => service.activities.length > 0),
  }));
  return catalogs.filter((catalog) => catalog.services.length > 0);
}

function described(
  item: { readonly id: string; readonly name: LocalizedText; readonly description: LocalizedText },
  locale: Locale,
) {
  return { id: item.id, name: inLocale(item.name, locale), description: inLocale(item.description, locale) };
}

function toActivity(activity: PortfolioActivity, locale: Locale): Activity {
  const { serviceId, kind, fields } = activity;
  return { ...described(activity, locale), serviceId, kind, fields: [...fields] };
}

function isNamed(activity: PortfolioActivity, text: string): boolean {
  const names = Object.values(activity.name).filter((name) => name !== undefined);
  return text !== "" && names.some((name) => fold(name).includes(text));
}
