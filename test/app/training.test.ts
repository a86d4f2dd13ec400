import { createTraining, type TrainingReport } from "../../app/training.js";
import { createRecognizer, createTrainer, type Example, type Train } from "../../nlp/index.js";

const catalog = {
  activities: async () => [
    {
      id: "01999d00-0000-7000-8000-000000000999",
      kind: "request" as const,
      name: { en: "Borrow a telescope" },
      description: { en: "A telescope for a week" },
      samples: { en: ["i want to look at the stars tonight", "can i borrow a telescope"] },
    },
  ],
};
const intent = "activity:01999d00-0000-7000-8000-000000000999";

describe("training", () => {
  it("leaves the old model and says why when it fails, waits before it tries again, and tries when asked to", async () => {
    let isBroken = false;
    let tries = 0;
    const real = createTrainer();
    const train: Train = (wish) => {
      tries += 1;
      return isBroken ? Promise.reject(new Error("The heap is full.")) : real(wish);
    };
    const recognizer = createRecognizer({ train });
    const taught: Example[] = [];
    const reports: TrainingReport[] = [];
    const training = createTraining({
      ...{ recognizer, catalog, taught: async () => taught },
      report: async (one) => void reports.push(one),
    });
    const told: string[] = [];
    training.onTrained(() => void told.push(training.state().model));
    const best = (text: string) => recognizer.recognize(text, { language: "en" }).candidates[0]?.intent;
    await training.refresh();
    const { model } = training.state();

    isBroken = true;
    taught.push({ intent, language: "en", text: "moonshine glass please" });
    await expect(training.refresh()).rejects.toThrow("The heap is full.");
    await training.refresh();

    expect(training.state()).toMatchObject({ model, failed: "The heap is full." });
    expect(best("can i borrow a telescope")).toBe(intent);
    expect(tries).toBe(2);

    isBroken = false;
    await training.retry();

    expect(training.state().failed).toBeUndefined();
    expect(training.state().model).not.toBe(model);
    expect(best("moonshine glass please")).toBe(intent);
    expect(reports.map(({ outcome }) => outcome)).toEqual(["trained", "failed", "trained"]);
    expect(told).toEqual([model, training.state().model]);
  });

  it("takes an admin's word for a sentence over every other, and teaches nothing of what is not offered", async () => {
    const recognizer = createRecognizer();
    const text = "can i borrow a telescope";
    const training = createTraining({
      recognizer,
      catalog,
      taught: async () => [
        { intent: "greet", language: "en", text },
        { intent: "activity:01999d00-0000-7000-8000-000000000000", language: "en", text: "gone" },
      ],
    });

    await training.refresh();

    expect(recognizer.recognize(text, { language: "en" }).candidates[0]?.why.example).toBe(text);
    expect(training.state().intents).toBe(16);
  });
});
