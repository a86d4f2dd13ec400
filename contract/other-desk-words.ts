import type { OtherDeskKind, OtherDeskMapping } from "./other-desk.js";

/** What our states and priorities are called there in an installation that nobody has changed. */
export const usualMappings: Readonly<Record<OtherDeskKind, OtherDeskMapping>> = {
  zammad: {
    states: {
      open: "new",
      "in-progress": "open",
      dispatched: "open",
      "pending-customer": "pending reminder",
      "pending-approval": "pending reminder",
      resolved: "closed",
      closed: "closed",
      canceled: "closed",
    },
    statesBack: {
      new: "open",
      open: "in-progress",
      "pending reminder": "pending-customer",
      "pending close": "resolved",
      closed: "resolved",
      merged: "closed",
    },
    priorities: { critical: "3 high", high: "3 high", medium: "2 normal", low: "1 low" },
    prioritiesBack: { "3 high": "high", "2 normal": "medium", "1 low": "low" },
    place: "",
    places: [],
    customer: "",
  },
  glpi: {
    states: {
      open: "1",
      "in-progress": "2",
      dispatched: "3",
      "pending-customer": "4",
      "pending-approval": "4",
      resolved: "5",
      closed: "6",
      canceled: "6",
    },
    statesBack: {
      "1": "open",
      "2": "in-progress",
      "3": "dispatched",
      "4": "pending-customer",
      "5": "resolved",
      "6": "closed",
    },
    priorities: { critical: "5", high: "4", medium: "3", low: "2" },
    prioritiesBack: {
      "1": "low",
      "2": "low",
      "3": "medium",
      "4": "high",
      "5": "critical",
      "6": "critical",
    },
    place: "",
    places: [],
    customer: "",
  },
};
