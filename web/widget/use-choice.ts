import { useState } from "preact/hooks";
import type { Activity, Catalog } from "../../contract/ticket.js";

type Service = Catalog["services"][number];

export interface Choice {
  readonly catalogId: string;
  readonly serviceId: string;
  readonly activityId: string;
  readonly services: readonly Service[] | undefined;
  readonly activities: readonly Activity[] | undefined;
  readonly activity: Activity | undefined;
  chooseCatalog(id: string): void;
  chooseService(id: string): void;
  chooseActivity(id: string): void;
}

/** Catalog → service → activity: each opens the next, and changing one clears what follows (S0-10 to S0-12). */
export function useChoice(catalogs: readonly Catalog[] | undefined): Choice {
  const [catalogId, setCatalogId] = useState("");
  const [serviceId, setServiceId] = useState("");
  const [activityId, setActivityId] = useState("");
  const services = catalogs?.find(({ id }) => id === catalogId)?.services;
  const activities = services?.find(({ id }) => id === serviceId)?.activities;
  const activity = activities?.find(({ id }) => id === activityId);
  const chooseService = (id: string): void => {
    setServiceId(id);
    setActivityId("");
  };
  const chooseCatalog = (id: string): void => {
    setCatalogId(id);
    chooseService("");
  };
  const chosen = { catalogId, serviceId, activityId, services, activities, activity };
  return { ...chosen, chooseCatalog, chooseService, chooseActivity: setActivityId };
}
