import { demoDesk } from "../../config/demo/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { Talk } from "../support/desk-client.js";

const activities = demoDesk.catalogs.flatMap(({ services }) => services.flatMap((one) => one.activities));
const laptop = activities.find(({ name }) => name.en === "New laptop")?.id ?? "";

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
});
