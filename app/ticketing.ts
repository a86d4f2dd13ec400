import type { Calendars, Parameters } from "../config/index.js";
import type { Bell, Store } from "../store/index.js";
import {
  createAgreementAdmin,
  createCatalog,
  createInteractions,
  createPortfolioAdmin,
  createTickets,
} from "../tickets/index.js";
import { createTicketNews } from "./ticket-news.js";
import { createWorkingTime } from "./working-time.js";

export interface TicketingOptions {
  readonly store: Store;
  readonly bell: Bell;
  readonly parameters: Parameters;
  readonly calendars: Calendars;
  readonly now: () => number;
}

/** What may be asked for, what was, and what has been agreed about it. */
export function createTicketing({ store, bell, parameters, calendars, now }: TicketingOptions) {
  const groupsEnforced = () => parameters.isOn(293);
  const catalog = createCatalog({ store, now, groupsEnforced, bell });
  const portfolio = createPortfolioAdmin({ store, now, changed: catalog.changed });
  const ticketNews = createTicketNews({ db: store.db, bell });
  const tickets = createTickets({
    store,
    now,
    settings: {
      originId: () => parameters.idOf(315),
      directActivityId: () => parameters.idOf(317),
      contractId: () => parameters.idOf(118),
      defaultGroupId: () => parameters.idOf(389),
      groupsEnforced,
      workingTime: createWorkingTime(calendars),
    },
    changed: ticketNews.tell,
  });
  const interactions = createInteractions({ store, now });
  const agreements = createAgreementAdmin({ store, now });
  calendars.usedBy(agreements.usesOf);
  return { catalog, portfolio, ticketNews, tickets, interactions, agreements };
}
