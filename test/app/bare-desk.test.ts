import type { Message, UnderstandingState } from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";

const kinds = ({ actions = [] }: Message) => actions.map(({ value }) => value.kind);
const questions = {
  en: ["how do i reset my password?", "hello", "1042", "???"],
  es: ["como cambio mi contraseña?", "hola", "¿y mi ticket?"],
  pt: ["esqueci minha senha", "oi", "cadê meu chamado"],
} as const;

describe("a desk that has nothing yet", () => {
  let desk: RunningDesk;
  let rui: DeskClient;
  beforeAll(async () => {
    desk = await startDesk();
    rui = await desk.connect("rui");
  });
  afterAll(() => desk.stop());

  const failures = () => desk.log.filter((line) => line.includes("A turn failed"));

  it("answers before anything is trained: what it finds by words, and else both options (S2-32)", async () => {
    desk.app.domains.recognizer.dispose();

    const found = await (await Talk.begin(rui)).say("reset your password");
    const lost = await (await Talk.begin(rui)).say("mumpitz blorf");

    expect(kinds(found)).toContain("open-article");
    expect(kinds(lost)).toEqual(expect.arrayContaining(["talk-to-attendant", "resume-attendance"]));
    expect(failures()).toEqual([]);
  });

  it("answers without articles and activities, in every language, and offers a person (S2-32)", async () => {
    const { store, catalog, follower, training, learning } = desk.app.domains;
    await store.db
      .updateTable("article")
      .set({ state: "removed", updated_at: Date.now() + 1 })
      .execute();
    await store.db.updateTable("catalog").set({ via_chat: 0 }).execute();
    catalog.changed();
    await follower.look();
    await training.refresh();
    expect(desk.app.domains.search.size).toBe(0);

    for (const [locale, texts] of Object.entries(questions)) {
      for (const text of texts) {
        const reply = await (await Talk.begin(rui, locale as keyof typeof questions)).say(text);
        expect([text, reply.text.length > 0]).toEqual([text, true]);
        expect(kinds(reply)).not.toContain("open-activity");
      }
    }
    const lost = await (await Talk.begin(rui)).say("how do i reset my password?");
    expect(kinds(lost)).toEqual(
      expect.arrayContaining(["talk-to-attendant", "resume-attendance", "new-ticket"]),
    );
    await learning.meter.look(new AbortController().signal);
    expect(failures()).toEqual([]);
  });

  it("shows its admin what it knows: the conversation, and no activity", async () => {
    const admin = await desk.connect("admin");

    const state = (await admin.rest("GET", "/api/v1/understanding")).body as UnderstandingState;
    const tried = await admin.rest("POST", "/api/v1/understanding/try", { text: "reset my password" });

    expect(state.activities).toEqual([]);
    expect(state.training.intents).toBeGreaterThan(10);
    expect(state.training.failed).toBeUndefined();
    expect(tried.status).toBe(200);
  });
});
