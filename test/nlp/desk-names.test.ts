import { demoDesk } from "../../config/demo/index.js";
import { locales } from "../../contract/index.js";
import { createNameFinder } from "../../nlp/index.js";

const activities = demoDesk.catalogs.flatMap(({ services }) => services.flatMap((one) => one.activities));
const find = createNameFinder(
  activities.flatMap(({ name, samples }) =>
    locales.flatMap((locale) => [name[locale] ?? "", ...(samples[locale] ?? [])]),
  ),
);

describe("names of devices and programs", () => {
  it.each([
    ["someone stole my laptop", ["laptop"], []],
    ["outlook and teams are slow", [], ["Outlook", "Teams"]],
    ["necesito visio en mi portátil", ["portátil"], ["Visio"]],
    ["PRECISO DO ADOBE ACROBAT NO NOTEBOOK!!", ["NOTEBOOK"], ["Adobe Acrobat"]],
    ["sap is down since monday", [], ["SAP"]],
    ["i am not well", [], []],
    ["", [], []],
  ])("are found as the desk's own catalog has them: “%s”", (sentence, devices, applications) => {
    expect(find(sentence)).toEqual({ devices, applications: expect.arrayContaining(applications) });
    expect(find(sentence).applications).toHaveLength(applications.length);
  });

  it("are those of this desk: another one knows neither laptops nor SAP", () => {
    const other = createNameFinder(["Borrow a telescope", "look at the stars with Stellarium"]);

    expect(other("someone stole my laptop with sap")).toEqual({ devices: [], applications: [] });
    expect(other("stellarium is slow").applications).toEqual(["Stellarium"]);
  });
});
