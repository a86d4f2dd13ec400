import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { demoDesk } from "../../../config/demo/index.js";
import { activityFieldSchema, idSchema, locales } from "../../../contract/index.js";

const services = demoDesk.catalogs.flatMap((catalog) => catalog.services);
const activities = services.flatMap((service) => service.activities);
const articlesFolder = join(process.cwd(), "config/demo/articles");

function articles(language: string): string[] {
  const files = readdirSync(join(articlesFolder, language), { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".md"));
}

describe("the demo desk's portfolio", () => {
  it("has requests and incidents", () => {
    expect(new Set(activities.map((activity) => activity.kind))).toEqual(new Set(["request", "incident"]));
  });

  it.each(activities)("tells and recognises “$name.en” in every language", (activity) => {
    for (const locale of locales) {
      expect(activity.name[locale]).not.toBe("");
      expect(activity.description[locale]).not.toBe("");
      expect(new Set(activity.samples[locale]).size).toBe(activity.samples[locale].length);
      expect(activity.samples[locale].length).toBeGreaterThanOrEqual(6);
      for (const field of activity.fields) expect(field.ask[locale]).toBeTruthy();
    }
    for (const field of activity.fields) expect(activityFieldSchema.parse(field)).toEqual(field);
  });

  it("never uses one sentence for two activities", () => {
    for (const locale of locales) {
      const sentences = activities.flatMap((activity) => activity.samples[locale]);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });

  it("gives every object an id of its own that the contract accepts", () => {
    const objects = [
      ...demoDesk.accounts,
      ...demoDesk.groups,
      ...demoDesk.origins,
      demoDesk.contract,
      ...demoDesk.catalogs,
      ...services,
      ...activities,
    ];

    const ids = objects.map((object) => idSchema.parse(object.id));

    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("the demo desk's articles", () => {
  it("are as many in each language", () => {
    const [en, es, pt] = locales.map((locale) => articles(locale).length);

    expect(en).toBeGreaterThanOrEqual(20);
    expect([es, pt]).toEqual([en, en]);
  });

  it.each(locales)("are real how-tos in %s", (locale) => {
    for (const file of articles(locale)) {
      const words = readFileSync(join(articlesFolder, locale, file), "utf8").split(/\s+/).length;
      expect({ file, isLongEnough: words >= 110, isShortEnough: words <= 450 }).toEqual({
        file,
        isLongEnough: true,
        isShortEnough: true,
      });
    }
  });
});
