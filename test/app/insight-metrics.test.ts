import type { KyselyPlugin } from "kysely";
import { Registry } from "prom-client";
import { countInsight } from "../../app/insight-metrics.js";
import { openTestStore, type TestStore } from "../support/stores.js";

describe("metrics of insight", () => {
  let store: TestStore;
  let reads = 0;
  let at = Date.UTC(2026, 10, 22);
  const registry = new Registry();

  beforeAll(async () => {
    store = await openTestStore("sqlite");
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => {
        reads += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const longReads = store.longReads.withPlugin(counting);
    countInsight({ store: { ...store, longReads }, registers: [registry], now: () => at });
  });
  afterAll(() => store.discard());

  it("read each report once for all series of a scrape, and again only when it is old", async () => {
    expect(await registry.metrics()).toContain('deskhand_assistant_talks{outcome="solved"} 0');
    // Three reports, each whole and by day.
    expect(reads).toBe(6);

    at += 9_000;
    await registry.metrics();
    expect(reads).toBe(6);

    at += 2_000;
    await registry.metrics();
    expect(reads).toBe(12);
  });
});
