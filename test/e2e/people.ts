import type { TestBrowser } from "../support/browser.js";
import { DeskClient, Talk } from "../support/desk-client.js";
import { type Front, openFront } from "../support/front.js";
import { type Agent, asAgent } from "./agent.js";
import { asRequester, type Requester } from "./requester.js";
import type { Setup } from "./setup.js";

/** The assistant knows no answer to it. */
export const nonsense = "my flux capacitor hums in B flat";

/** Brings people of the demo desk before their pages. */
export interface People {
  /** On the portal with the talk open. */
  requester(name: string): Promise<Requester>;
  /** On the console with the queue shown. */
  agent(name: string): Promise<Agent>;
  /** An agent with a line of their own that can be slowed down. */
  agentOnSlowLine(name: string): Promise<Agent & { readonly line: Front }>;
  /** Ana asked for a person, and Bruno accepted. */
  together(): Promise<{ readonly ana: Requester; readonly bruno: Agent }>;
  /** The number of the ticket the agent has before them. */
  ticketNumber(agent: Agent): Promise<string>;
  /** Takes the lines down that were opened for single people. */
  leave(): Promise<void>;
}

export function createPeople(setup: Setup, browser: TestBrowser): People {
  const lines: Front[] = [];

  async function requester(name: string): Promise<Requester> {
    const page = await browser.openPage(setup.requesters, name);
    await page.goto("/");
    const person = asRequester(page);
    await person.openTalk();
    return person;
  }

  async function agentAt(desk: { readonly url: string }, name: string): Promise<Agent> {
    const page = await browser.openPage(desk, name);
    await page.goto("/agent");
    const person = asAgent(page);
    await person.openQueue();
    return person;
  }

  return {
    requester,
    agent: (name) => agentAt(setup.agents, name),
    async agentOnSlowLine(name) {
      const line = await openFront(setup.agents.target());
      lines.push(line);
      return { ...(await agentAt(line, name)), line };
    },
    async together() {
      const [ana, bruno] = await Promise.all([requester("ana"), agentAt(setup.agents, "bruno")]);
      await ana.say(nonsense);
      await ana.choose("Talk to an attendant");
      await bruno.accept(nonsense);
      await ana.sees("Bruno Lima has joined the conversation");
      return { ana, bruno };
    },
    async ticketNumber({ page }) {
      const text = await page.getByText(/^No\. \d+$/).textContent();
      return text?.replace("No. ", "") ?? "";
    },
    async leave() {
      for (const line of lines.splice(0)) await line.close();
    },
  };
}

/** Every test begins with talks that nobody has spoken in. */
export async function closeAttendances(setup: Setup): Promise<void> {
  const clients = await Promise.all(["ana", "rui"].map((name) => DeskClient.connect(setup.agents.url, name)));
  for (const client of clients) {
    await Talk.begin(client);
    client.close();
  }
}
