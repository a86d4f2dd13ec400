import type { Catalog } from "../../../contract/ticket.js";
import { matchActivities } from "../../../web/app/portal/match-activities.js";

function activity(name: string, description = "") {
  return { id: name, serviceId: "s", kind: "request", name, description, fields: [] } as const;
}

const catalogs: Catalog[] = [
  {
    id: "workplace",
    name: "Workplace",
    description: "",
    services: [
      {
        id: "printers",
        name: "Impressão",
        description: "",
        activities: [
          { ...activity("New printer"), fields: [] },
          { ...activity("Toner"), fields: [] },
        ],
      },
    ],
  },
];

describe("searching activities", () => {
  it("finds by the beginning of every word, in the name or the place, without accents", () => {
    const names = (query: string): string[] =>
      matchActivities(catalogs, query).map((found) => found.activity.name);

    expect(names("pri")).toEqual(["New printer"]);
    expect(names("impressao ton")).toEqual(["Toner"]);
    expect(names("new toner")).toEqual([]);
  });

  it("finds nothing for nothing", () => {
    expect(matchActivities(catalogs, "  ")).toEqual([]);
  });
});
