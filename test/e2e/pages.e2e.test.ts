import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { findBarriers } from "../support/axe.js";
import { keepPicture } from "../support/browser.js";
import { DeskClient, Talk } from "../support/desk-client.js";
import { nonsense } from "./people.js";
import { type Scene, scenes } from "./scenes.js";
import { startEmbedded } from "./setup.js";
import { prepareStage } from "./stage.js";

const looks = [
  { width: 1280, height: 800, colorScheme: "light" },
  { width: 1280, height: 800, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
] as const;
/** 640 is what 1280 leaves at a text size of 200 %. */
const widths = [320, 360, 640, 900, 1024, 1920];

describe("pages", () => {
  const stage = prepareStage("pages", startEmbedded);
  let clients: DeskClient[] = [];
  let state: Scene["state"];
  afterAll(() => {
    for (const client of clients) client.close();
  });

  it("are held against a check that knows a barrier when it meets one", async () => {
    const page = await open();
    await page.goto("/login");
    await page.getByText("This is a demo desk").waitFor();

    await page.evaluate("document.querySelector('input').removeAttribute('id')");

    expect((await findBarriers(page)).join()).toContain("critical label");
  });

  it.each(scenes)(
    "shows $name without a barrier in light and dark, on a desk and on a phone, and never sideways",
    async (scene) => {
      await reach(scene.state);
      const page = await open(scene.who);
      await page.goto(scene.path);
      await scene.act?.(page);
      await scene.ready(page);

      const barriers: string[] = [];
      for (const { colorScheme, ...size } of looks) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        await keepPicture(page, `${scene.name}-${size.width}-${colorScheme}`);
        const found = await findBarriers(page);
        barriers.push(...found.map((barrier) => `${size.width} ${colorScheme}: ${barrier}`));
      }
      const sideways = await findSideways(page);
      const mains = await page.locator("main").count();

      expect({ barriers, sideways, mains }).toEqual({ barriers: [], sideways: [], mains: 1 });
    },
  );

  const open = (who?: string) => stage().browser.openPage(stage().setup.requesters, who);

  /** Brings the desk into this state; the scenes stand in the order in which it grows. */
  async function reach(wanted: Scene["state"]): Promise<void> {
    if (wanted === state) return;
    const connect = async (name: string) => {
      const client = await DeskClient.connect(stage().setup.agents.url, name);
      clients = [...clients, client];
      return client;
    };
    if (wanted === "waiting") {
      const talk = await Talk.begin(await connect("ana"));
      await talk.say(nonsense);
      await talk.askForPerson();
    }
    if (wanted === "talking") {
      await reach("waiting");
      const bruno = await connect("bruno");
      const { items } = (await bruno.rest("GET", "/api/v1/attendances?view=queue")).body as {
        items: { id: string }[];
      };
      const attendanceId = items[0]?.id ?? "";
      const { conversationId, epoch } = await bruno.get("attendance:accept", {
        attendanceId,
        requestId: randomUUID(),
      });
      await bruno.get("message:send", {
        conversationId,
        clientMessageId: randomUUID(),
        text: "Hello Ana, Bruno here.",
        epoch,
      });
    }
    if (wanted === "consulting") {
      await reach("talking");
      const [bruno, carla] = [await connect("bruno"), await connect("carla")];
      const { user } = (await carla.rest("GET", "/api/v1/session")).body as { user: { id: string } };
      const { consult } = await bruno.get("consult:start", {
        requestId: randomUUID(),
        title: "",
        accountIds: [user.id],
        groupIds: [],
      });
      await carla.get("consult:accept", { conversationId: consult.id });
    }
    if (wanted === "offering") {
      await reach("consulting");
      const admin = await connect("admin");
      const { groups } = (await admin.rest("GET", "/api/v1/routing")).body as { groups: { id: string }[] };
      for (const { id } of groups) {
        await admin.rest("PUT", `/api/v1/routing/groups/${id}`, { giving: "push", offerSeconds: 600 });
      }
      const bruno = await connect("bruno");
      await bruno.get("presence:set", { status: "away" });
      const talk = await Talk.begin(await connect("rui"));
      await talk.say(nonsense);
      await talk.askForPerson();
    }
    state = wanted;
  }
});

const settleFrames = 60;

/** The widths at which something stands out of the page to the side. */
async function findSideways(page: Page): Promise<number[]> {
  const found: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    if (!(await settlesWithin(page, settleFrames))) found.push(width);
  }
  return found;
}

/** What floats over the page follows a new width some frames later: only what stays too wide counts. */
async function settlesWithin(page: Page, frames: number): Promise<boolean> {
  for (let frame = 0; frame < frames; frame += 1) {
    if (await page.evaluate<boolean>("document.documentElement.scrollWidth <= window.innerWidth"))
      return true;
    await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => resolve(null)))");
  }
  return false;
}
