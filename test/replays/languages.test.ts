import { randomUUID } from "node:crypto";
import { groupIds } from "../../config/demo/people.js";
import { type Locale, type Message, locales } from "../../contract/index.js";
import { createLanguageDetector } from "../../nlp/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";

const never = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
const strange = {
  en: "the flux capacitor of my chair hums",
  es: "el condensador de flujo de mi silla zumba",
  pt: "o capacitor de fluxo da minha cadeira zumbe",
} satisfies Record<Locale, string>;
const own = {
  en: "The desk of Acme has no answer. Type menu.",
  es: "La mesa de Acme no tiene respuesta. Escriba menu.",
  pt: "A central da Acme não tem resposta. Digite menu.",
} satisfies Record<Locale, string>;

/** What users of other desks reported about texts that stay in one language whatever their reader speaks. */
describe("what the desk says by itself", () => {
  let desk: RunningDesk;
  let [ana, admin]: DeskClient[] = [];
  const languageOf = createLanguageDetector();
  beforeAll(async () => {
    desk = await startDesk();
    [ana, admin] = [await desk.connect("ana"), await desk.connect("admin")];
    await set(453, JSON.stringify(own));
    const form = { name: "Never", timeZone: "UTC", weekly: never, holidays: [] };
    const { body } = await the(admin).rest("POST", "/api/v1/calendars", form);
    const path = `/api/v1/routing/groups/${groupIds.serviceDesk}`;
    const routing = { calendarId: (body as { id: string }).id };
    expect((await the(admin).rest("PUT", path, routing)).status).toBe(200);
  });
  afterAll(() => desk.stop());

  const the = (client: DeskClient | undefined): DeskClient => {
    if (client === undefined) throw new Error("The desk has not started.");
    return client;
  };
  async function set(number: number, value: string): Promise<void> {
    expect((await the(admin).rest("PUT", `/api/v1/parameters/${number}`, { value })).status).toBe(200);
  }
  const wordsOf = ({ text, actions = [] }: Message) =>
    [text, ...actions.map(({ title }) => title)].join(". ");

  it.each(locales)(
    "chatwoot#5082, chatwoot#12012: greeting, an admin's own text, choices and “nobody is there” come in the reader's language: %s",
    async (locale) => {
      const talk = await Talk.begin(the(ana), locale);
      const { messages } = await the(ana).get("conversation:sync", { conversationId: talk.id, afterSeq: 0 });
      const [greeting] = messages;
      const fallback = await talk.say(strange[locale]);
      await talk.client.get("message:send", {
        conversationId: talk.id,
        clientMessageId: randomUUID(),
        text: "…",
        value: { kind: "talk-to-attendant" },
      });
      const { message: closed } = await the(ana).hear(
        "message:posted",
        (fact) => fact.message.conversationId === talk.id && fact.message.seq > fallback.seq + 1,
      );

      for (const message of [greeting, fallback, closed]) {
        if (message === undefined) throw new Error("Nothing was said.");
        expect([wordsOf(message), languageOf(wordsOf(message)).language]).toEqual([wordsOf(message), locale]);
      }
      expect(fallback.text).toContain(own[locale]);
    },
  );

  it.each(locales)(
    "chatwoot#12012: a refusal comes in the language the page was opened in: %s",
    async (locale) => {
      const response = await fetch(`${desk.url}/api/v1/tickets/0000`, {
        headers: { authorization: `Bearer ${the(ana).token}`, "accept-language": locale },
      });
      const { error } = (await response.json()) as { error: { message: string } };

      expect([error.message, languageOf(error.message).language]).toEqual([error.message, locale]);
    },
  );
});
