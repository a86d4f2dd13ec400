import type { Page } from "playwright-core";
import { nonsense } from "./people.js";

/** One page in one state, and what a person sees once it is there. */
export interface Scene {
  readonly name: string;
  readonly who?: "ana" | "rui" | "bruno" | "carla" | "diego" | "admin";
  readonly path: string;
  /** What has to be done on the page until the state is reached. */
  readonly act?: (page: Page) => Promise<void>;
  readonly ready: (page: Page) => Promise<void>;
  /** The state of the desk: nobody waits; Ana waits; Bruno talks with Ana; and asks Carla; Rui is offered to Carla. */
  readonly state?: "waiting" | "talking" | "consulting" | "offering";
}

const heading = (name: string | RegExp) => (page: Page) =>
  page.getByRole("heading", { level: 1, name }).waitFor();
const press = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();
const text = (words: string | RegExp) => (page: Page) => page.getByText(words).last().waitFor();
const inChat = (words: string | RegExp) => (page: Page) =>
  page.getByRole("dialog", { name: "Chat" }).getByText(words).last().waitFor();

async function follow(page: Page, ...links: (string | RegExp)[]): Promise<void> {
  for (const name of links) await page.getByRole("main").getByRole("link", { name }).first().click();
}

const understandingWords = {
  choices: "To be learned",
  gold: "Score over time",
  threshold: "It must be surer than",
  search: "Same words",
} as const;

/** All pages in the order in which the state of the desk grows. */
export const scenes: readonly Scene[] = [
  { name: "log-in", path: "/login", ready: text("This is a demo desk") },
  {
    name: "log-in-refused",
    path: "/login",
    act: async (page) => {
      await page.getByLabel("User name").fill("ana");
      await page.getByRole("button", { name: "Log in" }).click();
    },
    ready: text("Please fill this in."),
  },
  { name: "portal-home", who: "rui", path: "/", ready: text("Good to know") },
  { name: "services", who: "rui", path: "/services", ready: text("Workplace") },
  {
    name: "catalog",
    who: "rui",
    path: "/services",
    act: (page) => follow(page, /Workplace/),
    ready: heading("Workplace"),
  },
  {
    name: "activity-form",
    who: "rui",
    path: "/services",
    act: async (page) => {
      await follow(page, /Workplace/, /Printer fault|fault|New/);
      await page.getByRole("button", { name: "Send" }).click();
    },
    ready: text("Please fill this in."),
  },
  { name: "tickets-empty", who: "rui", path: "/tickets", ready: text("You have no tickets") },
  { name: "knowledge", who: "rui", path: "/knowledge", ready: text("The mailbox is full") },
  {
    name: "article",
    who: "rui",
    path: "/knowledge",
    act: (page) => follow(page, /The mailbox is full/),
    ready: heading("The mailbox is full"),
  },
  {
    name: "search",
    who: "rui",
    path: "/",
    act: (page) => page.getByRole("searchbox").fill("printer"),
    ready: (page) => page.getByRole("option", { name: /The printer does not print/ }).waitFor(),
  },
  {
    name: "knowledge-found-nothing",
    who: "rui",
    path: "/knowledge",
    act: (page) => page.getByRole("searchbox").fill("qqqqzzzz"),
    ready: text("Nothing found for “qqqqzzzz”."),
  },
  {
    name: "admin-knowledge",
    who: "admin",
    path: "/admin/knowledge?q=mailbox",
    ready: text("The mailbox is full"),
  },
  {
    name: "admin-article",
    who: "admin",
    path: "/admin/knowledge?q=mailbox%20is%20full",
    act: (page) => follow(page, "The mailbox is full"),
    ready: (page) => page.getByRole("textbox", { name: "Text" }).waitFor(),
  },
  { name: "not-found", who: "rui", path: "/nowhere/at/all", ready: heading("There is nothing here") },
  {
    name: "admin-not-found",
    who: "admin",
    path: "/admin/nowhere",
    ready: heading("There is nothing here"),
  },
  { name: "forbidden", who: "rui", path: "/agent", ready: heading("This area is not open to you") },
  {
    name: "chat-assistant",
    who: "rui",
    path: "/",
    act: press(/^Talk/),
    ready: inChat(/I am the virtual assistant/),
  },
  {
    name: "chat-home",
    who: "rui",
    path: "/",
    act: async (page) => {
      await press(/^Talk/)(page);
      await press("Ask for an attendant by catalog")(page);
    },
    ready: inChat("Init direct attendance"),
  },
  {
    name: "chat-fallback",
    who: "rui",
    path: "/",
    act: async (page) => {
      await press(/^Talk/)(page);
      const field = page.getByLabel("Your message");
      await field.fill(nonsense);
      await field.press("Enter");
    },
    ready: inChat("Resume attendance"),
  },
  {
    name: "console-empty",
    who: "carla",
    path: "/agent",
    act: openTab(/^Queue/),
    ready: text("Nobody is waiting"),
  },
  ...(["choices", "gold", "threshold", "search"] as const).map((tab) => ({
    name: `admin-understanding-${tab}`,
    who: "admin" as const,
    path: `/admin/understanding?tab=${tab}`,
    ready: (page: Page) => page.getByRole("tabpanel").getByText(understandingWords[tab]).first().waitFor(),
  })),
  {
    name: "admin-understanding-questions",
    who: "admin",
    path: "/admin/understanding",
    ready: (page) => page.getByRole("searchbox", { name: "Search questions" }).waitFor(),
  },
  {
    name: "admin-understanding-try",
    who: "admin",
    path: "/admin/understanding?tab=try",
    act: async (page) => {
      await page.getByLabel("Sentence").fill("the printer does not print");
      await page.getByRole("button", { name: "Explain" }).click();
    },
    ready: text("What search finds"),
  },
  { name: "admin-answers", who: "admin", path: "/admin/answers", ready: text("Seconds to wait") },
  {
    name: "admin-answers-try",
    who: "admin",
    path: "/admin/answers?tab=try",
    ready: text("Asked with the articles"),
  },
  {
    name: "admin-answers-list",
    who: "admin",
    path: "/admin/answers?tab=answers",
    ready: text("Nothing was asked yet"),
  },
  { name: "admin-overview", who: "admin", path: "/admin", ready: text("Who answers now") },
  { name: "admin-parameters", who: "admin", path: "/admin/parameters", ready: text("Parameters") },
  { name: "admin-routing", who: "admin", path: "/admin/routing", ready: text("Service Desk") },
  { name: "admin-reports", who: "admin", path: "/admin/reports", ready: heading("Reports") },
  { name: "admin-audit", who: "admin", path: "/admin/audit", ready: heading("Audit log") },
  { name: "admin-privacy", who: "admin", path: "/admin/privacy", ready: heading("Privacy") },
  {
    name: "admin-privacy-masking",
    who: "admin",
    path: "/admin/privacy",
    act: (page) => page.getByRole("tab", { name: "Masking" }).click(),
    ready: text("Patterns of your own"),
  },
  { name: "wall-empty", who: "admin", path: "/agent/wall", ready: text("Nobody is waiting") },
  { name: "canned-replies", who: "admin", path: "/agent/replies", ready: heading("Canned replies") },
  {
    name: "chat-waiting",
    who: "ana",
    path: "/",
    state: "waiting",
    act: press(/^Talk/),
    ready: inChat("Searching attendant…"),
  },
  { name: "wall", who: "admin", path: "/agent/wall", state: "waiting", ready: text(nonsense) },
  {
    name: "wall-why",
    who: "admin",
    path: "/agent/wall",
    state: "waiting",
    act: press(/^Why is this waiting/),
    ready: (page) => page.getByRole("dialog").getByText("Carla Díaz").waitFor(),
  },
  {
    name: "wall-watch",
    who: "admin",
    path: "/agent/wall",
    state: "waiting",
    act: (page) => page.getByTitle(/^Watch the talk with Ana/).click(),
    ready: text("Nobody in this talk sees that you watch"),
  },
  {
    name: "console-queue",
    who: "carla",
    path: "/agent",
    state: "waiting",
    act: openTab(/^Queue/),
    ready: text(nonsense),
  },
  {
    name: "chat-with-agent",
    who: "ana",
    path: "/",
    state: "talking",
    act: press(/^Talk/),
    ready: inChat("Hello Ana, Bruno here."),
  },
  {
    name: "console-talk",
    who: "bruno",
    path: "/agent",
    state: "talking",
    act: async (page) => {
      await openTab(/^Mine/)(page);
      await page.getByRole("list", { name: "Mine" }).getByRole("button").first().click();
    },
    ready: (page) => page.getByLabel("Write to Ana Souza").waitFor(),
  },
  {
    name: "console-note",
    who: "bruno",
    path: "/agent",
    state: "talking",
    act: async (page) => {
      await openTab(/^Mine/)(page);
      await page.getByRole("list", { name: "Mine" }).getByRole("button").first().click();
      await page.getByLabel("Write to Ana Souza").waitFor();
      await page.keyboard.press("Alt+n");
      await page.getByLabel("Write a note for colleagues").fill("She has called before.");
      await page.keyboard.press("Enter");
    },
    ready: (page) => page.getByRole("article", { name: /^Note of Bruno/ }).waitFor(),
  },
  {
    name: "records",
    who: "bruno",
    path: "/agent/records",
    state: "talking",
    ready: text("Ana Souza"),
  },
  {
    name: "console-colleagues",
    who: "diego",
    path: "/agent",
    state: "talking",
    act: openTab(/^Colleagues/),
    ready: (page) => page.getByRole("list", { name: "Attendants" }).waitFor(),
  },
  {
    name: "console-invite",
    who: "diego",
    path: "/agent",
    state: "talking",
    act: async (page) => {
      await openTab(/^Colleagues/)(page);
      await press("Start a consult")(page);
    },
    ready: (page) => page.getByRole("dialog").getByLabel("Carla").waitFor(),
  },
  { name: "tickets", who: "ana", path: "/tickets", state: "talking", ready: text(/Nº \d+/) },
  {
    name: "ticket",
    who: "ana",
    path: "/tickets",
    state: "talking",
    act: (page) => follow(page, /Nº \d+/),
    ready: text("Hello Ana, Bruno here."),
  },
  {
    name: "console-consult",
    who: "carla",
    path: "/agent",
    state: "consulting",
    ready: (page) => page.getByRole("list", { name: "Connections" }).waitFor(),
  },
  {
    name: "console-offer",
    who: "carla",
    path: "/agent",
    state: "offering",
    ready: (page) => page.getByRole("region", { name: /^Offer: Rui/ }).waitFor(),
  },
];

function openTab(name: RegExp) {
  return (page: Page) => page.getByRole("tab", { name }).click();
}
