import { join } from "node:path";
import { seedDemoDesk } from "../config/demo/index.js";
import { hashPassword } from "../config/index.js";
import { importTree } from "../knowledge/index.js";
import type { Domains } from "./domains.js";

/** Fills an empty desk with the demo desk: accounts, portfolio, parameters, and articles in three languages. */
export async function seedDemo(domains: Domains, rootFolder: string, now: () => number): Promise<void> {
  const { store, articles } = domains;
  const folder = join(rootFolder, "config", "demo", "articles");
  await seedDemoDesk({
    store,
    now,
    hashPassword,
    importArticles: () => importTree(folder, { articles, sourceName: "demo" }),
  });
}
