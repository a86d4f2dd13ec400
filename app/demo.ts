import { join } from "node:path";
import { demoDesk, seedDemoDesk } from "../config/demo/index.js";
import { type Accounts, hashPassword } from "../config/index.js";
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

/** A desk that was tried out and is now open to the world must not be open to everybody who knows the demo. */
export async function refuseDemoPasswords(accounts: Accounts): Promise<void> {
  const names = demoDesk.accounts.map((account) => account.username);
  const open = await accounts.withPassword(names, demoDesk.password);
  if (open.length === 0) return;
  throw new Error(
    `The accounts ${open.join(", ")} still have the demo password. Set others, or use another DATA_DIR, before HOST is public.`,
  );
}
