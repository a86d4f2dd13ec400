import { demoDesk } from "../../config/demo/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { Talk } from "../support/desk-client.js";

const activities = demoDesk.catalogs.flatMap(({ services }) => services.flatMap((one) => one.activities));
const idOf = (wanted: string) => activities.find(({ name }) => name.en === wanted)?.id ?? "";
const laptop = idOf("New laptop");
const guestWifi = idOf("Wi-Fi for a guest");
const lostDevice = idOf("Lost or stolen device");

describe("a ticket that is begun after a question", () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  it.each([
    [
      "en",
      "i need a standard laptop by 24/12/2099",
      "Standard (15 inch)",
      "24 December 2099|December 24, 2099",
    ],
    [
      "es",
      "necesito un portátil estándar para el 24/12/2099",
      "Estándar (15 pulgadas)",
      "24 de diciembre de 2099",
    ],
    ["pt", "preciso de um notebook padrão até 24/12/2099", "Padrão (15 polegadas)", "24 de dezembro de 2099"],
  ] as const)(
    "asks in %s only for what the question has not said, and shows the rest to be confirmed (S2-13)",
    async (locale, said, model, day) => {
      const talk = await Talk.begin(await desk.connect("ana"), locale);
      await talk.say(said);

      const reply = await talk.say("New ticket", { kind: "new-ticket", activityId: laptop });

      expect(reply.text).toContain(model);
      expect(reply.text).toMatch(new RegExp(day));
      expect(reply.actions?.map(({ value }) => value.kind)).toEqual(["yes", "no"]);
    },
  );

  it("asks for everything where the question says nothing of it", async () => {
    const talk = await Talk.begin(await desk.connect("rui"));
    await talk.say("i would like to have another computer");

    const reply = await talk.say("New ticket", { kind: "new-ticket", activityId: laptop });

    expect(reply.text).toBe("Which model suits you?");
  });

  const startWith = async (locale: "en" | "es" | "pt", question: string, activityId: string) => {
    const talk = await Talk.begin(await desk.connect("ana"), locale);
    if (question !== "") await talk.say(question);
    return { talk, reply: await talk.say("…", { kind: "new-ticket", activityId }) };
  };

  it.each([
    [
      "en",
      "wifi for a visitor until 24/12/2099",
      "Who is the guest",
      "Rita of Acme",
      /24 December 2099|December 24, 2099/,
    ],
    [
      "es",
      "wifi para una visita hasta el 24/12/2099",
      "¿Quién es la visita",
      "Rita de Acme",
      /24 de diciembre de 2099/,
    ],
    [
      "pt",
      "wifi para visitante até 24/12/2099",
      "Quem é o visitante",
      "Rita da Acme",
      /24 de dezembro de 2099/,
    ],
  ] as const)(
    "fills the day from the first sentence in %s and asks only for the rest (S2-13)",
    async (locale, question, asked, answer, day) => {
      const { talk, reply } = await startWith(locale, question, guestWifi);
      expect(reply.text).toContain(asked);

      const confirmation = await talk.say(answer);

      expect(confirmation.text).toContain(question);
      expect(confirmation.text).toContain(answer);
      expect(confirmation.text).toMatch(day);
      expect(confirmation.actions?.map(({ value }) => value.kind)).toEqual(["yes", "no"]);
    },
  );

  it.each([
    ["en", "until 24/12/2099 please", "Rita of Acme comes for the audit"],
    ["es", "hasta el 24/12/2099 por favor", "viene Rita de Acme por la auditoría"],
    ["pt", "até 24/12/2099 por favor", "vem a Rita da Acme para a auditoria"],
  ] as const)(
    "takes a day alone in %s for the day, not for a description, and asks for that again (S2-13)",
    async (locale, day, description) => {
      const { talk, reply: first } = await startWith(locale, "", guestWifi);

      const again = await talk.say(day);
      const guest = await talk.say(description);
      const confirmation = await talk.say("Rita");

      expect(again.text).toBe(first.text);
      expect(guest.text).not.toBe(first.text);
      expect(confirmation.text).toContain(description);
      expect(confirmation.text).toMatch(/24 (?:de )?(?:December|diciembre|dezembro)|December 24/);
    },
  );

  it.each([
    ["en", "my colleague Rita, and she needs it until 24/12/2099", /24 December 2099|December 24, 2099/],
    ["es", "mi colega Rita, y lo necesita hasta el 24/12/2099", /24 de diciembre de 2099/],
    ["pt", "minha colega Rita, e precisa até 24/12/2099", /24 de dezembro de 2099/],
  ] as const)("takes in %s a day out of an answer in free words", async (locale, answer, day) => {
    const { talk } = await startWith(locale, "", guestWifi);
    await talk.say(
      { en: "she helps with the books", es: "ayuda con los libros", pt: "ajuda com os livros" }[locale],
    );

    const confirmation = await talk.say(answer);

    expect(confirmation.text).toContain(answer);
    expect(confirmation.text).toMatch(day);
  });

  it.each([
    ["en", "in three days… no, by 24/12/2099 because of the fair", "Standard (15 inch)"],
    ["es", "a más tardar el 24/12/2099 por la feria", "Estándar (15 pulgadas)"],
    ["pt", "no máximo até 24/12/2099 por causa da feira", "Padrão (15 polegadas)"],
  ] as const)(
    "hears the day in %s where it was asked for and more was said",
    async (locale, answer, model) => {
      const { talk } = await startWith(locale, "", laptop);
      await talk.say(
        { en: "for the new designer", es: "para la nueva diseñadora", pt: "para a nova designer" }[locale],
      );
      await talk.say(model);

      const confirmation = await talk.say(answer);

      expect(confirmation.text).toContain("2099");
      expect(confirmation.actions?.map(({ value }) => value.kind)).toEqual(["yes", "no"]);
    },
  );

  it.each([
    ["en", "somebody stole my laptop", "• Device: laptop"],
    ["es", "me robaron la computadora portátil del auto", "• Dispositivo: "],
    ["pt", "roubaram meu notebook no ônibus", "• Dispositivo: notebook"],
  ] as const)("knows in %s a device of the desk's own catalog", async (locale, question, line) => {
    const { talk, reply } = await startWith(locale, question, lostDevice);
    if (locale === "es") {
      // Two words for one thing: a doubt, so it is asked.
      expect(reply.text).toContain("dispositivo");
      await talk.say("la portátil");
    }

    const confirmation = await talk.say("12 Main Street");

    expect(confirmation.text).toContain(line);
  });
});
