import { openBrowser, type TestBrowser } from "../support/browser.js";
import { createPeople, type People } from "./people.js";
import type { Setup } from "./setup.js";

export interface Stage {
  readonly setup: Setup;
  readonly browser: TestBrowser;
  readonly people: People;
}

/**
 * One desk and one browser for all tests of the `describe` around it; after each test its pages are closed, and none
 * of them may have complained.
 */
export function prepareStage(name: string, start: () => Promise<Setup>): () => Stage {
  let setup: Setup | undefined;
  let browser: TestBrowser | undefined;
  let stage: Stage | undefined;
  const present = (): Stage => {
    if (!stage) throw new Error("The stage is not ready.");
    return stage;
  };

  beforeAll(async () => {
    setup = await start();
    browser = await openBrowser();
    stage = { setup, browser, people: createPeople(setup, browser) };
  });
  afterAll(async () => {
    await browser?.close();
    await setup?.stop();
  });
  afterEach(async () => {
    if (!stage) return;
    for (const front of [stage.setup.requesters, stage.setup.agents]) front.heal();
    await stage.browser.closePages(name);
    await stage.people.leave();
    expect(stage.browser.takeFaults()).toEqual([]);
  });
  return present;
}
